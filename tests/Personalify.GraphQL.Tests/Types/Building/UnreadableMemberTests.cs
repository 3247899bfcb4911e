using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>What cannot be a field stops the start, with a sentence that names it.</summary>
public sealed class UnreadableMemberTests
{
    private const string Here = "Personalify.GraphQL.Tests.Types.Building.UnreadableMemberTests+";

    [Theory]
    [InlineData(typeof(ReturnsNothing), "ReturnsNothing.Act returns nothing, so it cannot be a field: leave it out with [GraphQLIgnore], or change it.")]
    [InlineData(typeof(ReturnsTask), "ReturnsTask.Act returns nothing, so it cannot be a field: leave it out with [GraphQLIgnore], or change it.")]
    [InlineData(typeof(IsGeneric), "IsGeneric.Read is generic, so it cannot be a field: leave it out with [GraphQLIgnore], or change it.")]
    [InlineData(
        typeof(ReturnsStream),
        "ReturnsStream.Open is of the type System.IO.Stream, which is no GraphQL type: leave it out with [GraphQLIgnore], name its type with [GraphQLType], or change it.")]
    [InlineData(typeof(ReturnsAbstract), "ReturnsAbstract.Shape is of the abstract type " + Here + "Abstract: mark that with [InterfaceType] or [UnionType].")]
    [InlineData(typeof(ConnectionWithoutPaging), "ConnectionWithoutPaging.Items returns a connection, so it must be a method marked with [UsePaging].")]
    [InlineData(
        typeof(PagingWithoutList),
        "PagingWithoutList.Item is marked with [UsePaging], so it must return a list, an ordered IQueryable<T>, a Page<T> or a Connection<T>.")]
    [InlineData(typeof(PagingWithoutArguments), "PagingWithoutArguments.Items makes its pages itself, so it must take PagingArguments.")]
    [InlineData(typeof(ArgumentsWithoutPaging), "ArgumentsWithoutPaging.Items takes PagingArguments, so it must be marked with [UsePaging] or [UseConnection].")]
    [InlineData(
        typeof(OwnConnectionOfList), "OwnConnectionOfList.Items is marked with [UseConnection], so it must return an object of your own class: for lists, Page<T> and Connection<T> there is [UsePaging].")]
    [InlineData(typeof(OwnConnectionWithoutArguments), "OwnConnectionWithoutArguments.Items makes its pages itself, so it must take PagingArguments.")]
    [InlineData(typeof(PagedTwice), "PagedTwice.Items is marked with [UsePaging] and with [UseConnection]: leave one of them out.")]
    [InlineData(typeof(BindsRoot), "BindsRoot.Value is marked with [BindMember], which only members of a class that extends a type may be.")]
    [InlineData(typeof(TwoOfOneName), "TwoOfOneName.GetName would be a second field Query.name: rename one of them, or leave it out with [GraphQLIgnore].")]
    [InlineData(typeof(UnknownTypeName), "UnknownTypeName.Value names the type Nope, which is neither a scalar nor a type of this schema.")]
    public void A_member_that_cannot_be_a_field_is_named(Type query, string message) => Assert.Equal([Here + message], ErrorsOf(query));

    [Theory]
    [InlineData(typeof(RootWithParent), "The parameter parent of " + Here + "RootWithParent.Read is marked with [Parent], but a root field has no parent.")]
    [InlineData(typeof(ByReference), "The parameter value of " + Here + "ByReference.Read is passed by reference: pass it by value.")]
    [InlineData(
        typeof(NeitherNor),
        "The parameter thing of " + Here + "NeitherNor.Read is of the type " + Here + "Thing, which is neither a registered service nor an input: "
        + "register it, mark it with [Service], or make it a record to have it as an argument.")]
    [InlineData(typeof(WrongDefault), "The default of Query.read(first:) does not fit its type Int!: Int cannot represent non-integer value: many")]
    [InlineData(typeof(NoConstructor), Here + "HiddenInput has no public constructor whose parameters are its properties, so it cannot be an input.")]
    [InlineData(
        typeof(UnfillableList),
        "Query.read(values:) is of the type ImmutableArray<System.Int32>, which the engine cannot fill: use IReadOnlyList<System.Int32>.")]
    public void A_parameter_that_cannot_be_bound_is_named(Type query, string message) => Assert.Equal([message], ErrorsOf(query));

    [Fact]
    public void Two_classes_of_one_name_are_both_named() => Assert.Equal(
        [$"Both {Here}One.Item and {Here}Two.Item are named Item: give one of them another name with [GraphQLName], or with ConnectionName on a connection."],
        ErrorsOf(typeof(SameNames)).Select(error => error.Replace("+Item", ".Item", StringComparison.Ordinal)));

    [Fact]
    public void Two_connections_of_one_name_have_the_same_items() => Assert.Equal(
        ["Both the edge of String! and the edge of Int! are named ItemsEdge: give one of them another name with [GraphQLName], or with ConnectionName on a connection."],
        ErrorsOf(typeof(SameConnections)));

    [Fact]
    public void An_interface_is_not_extended_from_outside() => Assert.Equal(
        [$"{Here}ContractFields extends {Here}IContract, which is an interface: declare the member there."],
        ErrorsOf(typeof(ReturnsContract), typeof(ContractFields)));

    [Fact]
    public void One_start_tells_everything_that_is_wrong() => Assert.Equal(2, ErrorsOf(typeof(TwiceWrong)).Count());

    [Fact]
    public void What_is_valid_by_itself_must_still_be_a_valid_schema() =>
        Assert.Equal(["Type Empty must define one or more fields."], ErrorsOf(typeof(ReturnsEmpty)));

    private static IEnumerable<string> ErrorsOf(params Type[] types)
    {
        var services = new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceProviderIsService>();
        var builder = types.Aggregate(new SchemaBuilder(services), (builder, type) => builder.AddType(type));
        return Assert.Throws<SchemaException>(builder.Build).Errors.Select(error => error.Message);
    }

    [QueryType]
    internal static class ReturnsNothing
    {
        public static string Fine => "";

        public static void Act()
        {
        }
    }

    [QueryType]
    internal static class ReturnsTask
    {
        public static Task Act() => Task.CompletedTask;
    }

    [QueryType]
    internal static class IsGeneric
    {
        public static T? Read<T>() => default;
    }

    [QueryType]
    internal static class ReturnsStream
    {
        public static Stream Open() => Stream.Null;
    }

    internal abstract class Abstract;

    [QueryType]
    internal static class ReturnsAbstract
    {
        public static Abstract? Shape => null;
    }

    [QueryType]
    internal static class ConnectionWithoutPaging
    {
        public static Connection<string> Items() => throw new InvalidOperationException("Never called.");
    }

    [QueryType]
    internal static class PagingWithoutList
    {
        [UsePaging]
        public static string Item(PagingArguments paging) => paging.ToString();
    }

    [QueryType]
    internal static class PagingWithoutArguments
    {
        [UsePaging]
        public static Connection<string> Items() => throw new InvalidOperationException("Never called.");
    }

    internal sealed record Own(int Count);

    [QueryType]
    internal static class OwnConnectionOfList
    {
        [UseConnection]
        public static string[] Items(PagingArguments paging) => [paging.ToString()];
    }

    [QueryType]
    internal static class OwnConnectionWithoutArguments
    {
        [UseConnection]
        public static Own Items() => new(1);
    }

    [QueryType]
    internal static class PagedTwice
    {
        [UsePaging]
        [UseConnection]
        public static Own Items(PagingArguments paging) => new(paging.First ?? 0);
    }

    [QueryType]
    internal static class BindsRoot
    {
        [BindMember("Other")]
        public static int Value => 1;
    }

    [QueryType]
    internal static class ArgumentsWithoutPaging
    {
        public static string Items(PagingArguments paging) => paging.ToString();
    }

    [QueryType]
    internal static class TwoOfOneName
    {
        public static string Name => "";

        public static string GetName() => "";
    }

    [QueryType]
    internal static class UnknownTypeName
    {
        [GraphQLType("Nope!")]
        public static string Value => "";
    }

    [QueryType]
    internal static class RootWithParent
    {
        public static string Read([Parent] string parent) => parent;
    }

    [QueryType]
    internal static class ByReference
    {
        public static string Read(ref string value) => value;
    }

    internal sealed class Thing
    {
        public string Name { get; set; } = "";
    }

    [QueryType]
    internal static class NeitherNor
    {
        public static string Read(Thing thing) => thing.Name;
    }

    [QueryType]
    internal static class WrongDefault
    {
        public static int Read([DefaultValue("many")] int first) => first;
    }

    internal sealed class HiddenInput
    {
        private HiddenInput(string name) => Name = name;

        public string Name { get; }

        public static HiddenInput Make() => new("");
    }

    [QueryType]
    internal static class NoConstructor
    {
        public static string Read(HiddenInput input) => input.Name;
    }

    [QueryType]
    internal static class UnfillableList
    {
        public static int Read(System.Collections.Immutable.ImmutableArray<int> values) => values.Length;
    }

    internal static class One
    {
        internal sealed record Item(string A);
    }

    internal static class Two
    {
        internal sealed record Item(string B);
    }

    [QueryType]
    internal static class SameNames
    {
        public static One.Item? First => null;

        public static Two.Item? Second => null;
    }

    [QueryType]
    internal static class TwiceWrong
    {
        public static Stream? One => null;

        public static Action? Two => null;
    }

    [QueryType]
    internal static class SameConnections
    {
        [UsePaging]
        public static Connection<string> Items(PagingArguments paging) => throw new InvalidOperationException($"Never called with {paging}.");

        [UsePaging(ConnectionName = "Items")]
        public static Connection<int> Others(PagingArguments paging) => throw new InvalidOperationException($"Never called with {paging}.");
    }

    [InterfaceType]
    internal interface IContract
    {
        string Name { get; }
    }

    internal sealed record Signed(string Name) : IContract;

    [QueryType]
    internal static class ReturnsContract
    {
        public static IContract Contract => new Signed("");
    }

    [ObjectType<IContract>]
    internal static class ContractFields
    {
        public static string GetMore([Parent] IContract contract) => contract.Name;
    }

    internal sealed record Empty;

    [QueryType]
    internal static class ReturnsEmpty
    {
        public static Empty? Value => null;
    }
}
