using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building.Batching;

/// <summary>A batch resolver that cannot be one stops the start, with a sentence that names it.</summary>
public sealed class BatchConventionTests
{
    private const string Here = "Personalify.GraphQL.Tests.Types.Building.Batching.BatchConventionTests+";

    [Theory]
    [InlineData(typeof(OfMutation), "OfMutation.Act is marked with [BatchResolver], but it is a root field of mutations, which run one after the other: leave the attribute out.")]
    [InlineData(typeof(OfSubscription), "OfSubscription.Tick is marked with [BatchResolver], but a subscription has one event at a time: leave the attribute out.")]
    [InlineData(
        typeof(OfOneParent),
        "OfOneParent.Names is marked with [BatchResolver], but it is called on one parent: move it to a class that extends the type, where it takes all of them as a list marked with [Parent].")]
    [InlineData(
        typeof(WithoutList),
        "WithoutList.Name is marked with [BatchResolver], so it must return a list with one result for each parent: "
        + "an array, a List<T>, an IList<T>, an IReadOnlyList<T> or an ImmutableArray<T>, perhaps in a task.")]
    [InlineData(
        typeof(OfSequence),
        "OfSequence.Name is marked with [BatchResolver], so it must return a list with one result for each parent: "
        + "an array, a List<T>, an IList<T>, an IReadOnlyList<T> or an ImmutableArray<T>, perhaps in a task.")]
    [InlineData(
        typeof(OfNothing),
        "OfNothing.Name is marked with [BatchResolver], but takes neither its parents nor an argument, so it cannot know how many results to return: add a list of the parents, marked with [Parent].")]
    public void A_member_that_cannot_be_a_batch_is_named(Type type, string message) => Assert.Equal([Here + message], ErrorsOf(type));

    [Theory]
    [InlineData(
        typeof(OneArgument), "name of " + Here + "OneArgument.Name has a value for each parent, because that is marked with [BatchResolver]: make it an IReadOnlyList<System.String>.")]
    [InlineData(
        typeof(SetArgument), "name of " + Here + "SetArgument.Name has a value for each parent, because that is marked with [BatchResolver]: make it an IReadOnlyList<HashSet<System.String>>.")]
    [InlineData(
        typeof(OneParent), "item of " + Here + "OneParent.Name has a value for each parent, because that is marked with [BatchResolver]: "
        + "make it an IReadOnlyList<" + Here + "Item>.")]
    [InlineData(typeof(OtherParents), "items of " + Here + "OtherParents.Name is marked with [Parent], but the parent is a " + Here + "Item.")]
    [InlineData(typeof(OfContext), "context of " + Here + "OfContext.Name is about one place of the response, but a [BatchResolver] is called for many: leave it out.")]
    [InlineData(typeof(OfSetter), "set of " + Here + "OfSetter.Name is about one place of the response, but a [BatchResolver] is called for many: leave it out.")]
    public void A_parameter_that_no_batch_has_is_named(Type type, string message) => Assert.Equal(["The parameter " + message], ErrorsOf(type));

    [Fact]
    public void A_batch_of_mutations_has_its_code() =>
        Assert.Equal("HC0135", Assert.Single(Assert.Throws<SchemaException>(() => Builder(typeof(OfMutation)).Build()).Errors).Code);

    [Fact]
    public void What_fetches_one_object_by_its_id_is_no_batch()
    {
        var builder = Builder(typeof(NodeFields)).AddGlobalObjectIdentification();
        Assert.Equal(
            [Here + "NodeFields.GetThing is marked with [BatchResolver], but it fetches one object by what refers to it: take a DataLoader, which makes batches."],
            Assert.Throws<SchemaException>(builder.Build).Errors.Select(error => error.Message));
    }

    private static IEnumerable<string> ErrorsOf(Type type) => Assert.Throws<SchemaException>(Builder(type).Build).Errors.Select(error => error.Message);

    private static SchemaBuilder Builder(Type type) => new SchemaBuilder().AddQueryType<Query>().AddType(type);

    internal sealed class Query
    {
        public static Item Item => new("a");

        public static Thing Thing => new(1);
    }

    internal sealed record Item(string Text);

    [Node]
    internal sealed record Thing(int Id);

    [MutationType]
    internal static class OfMutation
    {
        [BatchResolver]
        public static List<string> Act(List<string> name) => name;
    }

    [SubscriptionType]
    internal static class OfSubscription
    {
        [BatchResolver]
        public static List<string> Tick(List<string> name) => name;
    }

    [ObjectType]
    internal sealed record OfOneParent(string Text)
    {
        [BatchResolver]
        public string[] Names() => [Text];
    }

    [ObjectType<Item>]
    internal static class WithoutList
    {
        [BatchResolver]
        public static string Name([Parent] List<Item> items) => items[0].Text;
    }

    [ObjectType<Item>]
    internal static class OfSequence
    {
        [BatchResolver]
        public static IEnumerable<string> Name([Parent] List<Item> items) => items.Select(item => item.Text);
    }

    [ObjectType<Item>]
    internal static class OfNothing
    {
        [BatchResolver]
        public static List<string> Name() => [];
    }

    [ObjectType<Item>]
    internal static class OneArgument
    {
        [BatchResolver]
        public static List<string> Name([Parent] List<Item> items, string name) => items.ConvertAll(_ => name);
    }

    [ObjectType<Item>]
    internal static class SetArgument
    {
        [BatchResolver]
        public static List<string> Name([Parent] List<Item> items, HashSet<string> name) => items.ConvertAll(_ => name.First());
    }

    [ObjectType<Item>]
    internal static class OneParent
    {
        [BatchResolver]
        public static List<string> Name([Parent] Item item) => [item.Text];
    }

    [ObjectType<Item>]
    internal static class OtherParents
    {
        [BatchResolver]
        public static List<string> Name([Parent] List<string> items) => items;
    }

    [ObjectType<Item>]
    internal static class OfContext
    {
        [BatchResolver]
        public static List<string> Name([Parent] List<Item> items, IResolverContext context) => items.ConvertAll(_ => context.ResponseName);
    }

    [ObjectType<Item>]
    internal static class OfSetter
    {
        [BatchResolver]
        public static List<string> Name([Parent] List<Item> items, [ScopedState] SetState<int> set)
        {
            set(1);
            return items.ConvertAll(item => item.Text);
        }
    }

    [ObjectType<Thing>]
    internal static class NodeFields
    {
        [BatchResolver]
        public static Thing[] GetThing(int[] id) => [.. id.Select(each => new Thing(each))];
    }
}
