using Microsoft.CodeAnalysis;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Tests.Types.Building.Batching;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Generators;

/// <summary>What is written for which members. That it does the same as compiled code is shown by the tests that take <see cref="Bindings"/>.</summary>
public sealed class ResolverGeneratorTests
{
    private const string Sample =
        """
        namespace Shop;
        [QueryType]
        public static class Queries
        {
            public static Task<IReadOnlyList<Brand>> GetBrandsAsync(int first, CancellationToken token) => throw new System.InvalidOperationException($"{first}{token}");
            public static ValueTask<Item?> @event((int A, string B) pair) => throw new System.InvalidOperationException($"{pair}");
            public static T Generic<T>(T value) => value;
            public static int Counted(ref int count) => count;
            private static int Hidden => 1;
        }
        public record struct Brand(string Name)
        {
            [System.Obsolete("Use name.", true)]
            public string Old => Name;
            public Dictionary<string, Item[]> Items => [];
        }
        public sealed class Item
        {
            public int this[int index] => index;
            public string? Note { get; set; }
        }
        """;

    [Theory]
    [InlineData("code.Add(\"GetBrandsAsync\", [typeof(int), typeof(global::System.Threading.CancellationToken)], static parameters =>")]
    [InlineData("FromTask(global::Shop.Queries.@GetBrandsAsync(p0(context), p1(context)), context);")]
    [InlineData("FromValueTask(global::Shop.Queries.@event(p0(context)), context);")]
    [InlineData("typeof(global::System.ValueTuple<int, string>)")]
    [InlineData("code.Add(\"Name\", [], static parent => ((global::Shop.Brand)parent).@Name, static parameters =>")]
    [InlineData("code.Add(\"Note\", [], static parent => ((global::Shop.Item)parent).@Note, static parameters =>")]
    public void Members_are_called_by_name_and_types_are_found_through_what_members_return(string call) =>
        Assert.Contains(call, Compiled.From(Sample).Sources["Resolvers.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_called_is_left_to_be_compiled_or_refused()
    {
        var compiled = Compiled.From(Sample);
        Assert.Empty(compiled.Errors);
        Assert.All(["Generic", "Counted", "Hidden", "Old", "this"], name => Assert.DoesNotContain($"\"{name}\"", compiled.Sources["Resolvers.g.cs"], StringComparison.Ordinal));
    }

    [Fact]
    public void The_marked_types_are_listed() =>
        Assert.Contains("schema.AddTypes(typeof(GeneratedTypes).Assembly, [typeof(global::Shop.Queries)])", Compiled.From(Sample).Sources["Types.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void Classes_that_describe_types_are_listed_and_what_they_describe_has_code()
    {
        var compiled = Compiled.From(
            """
            namespace Shop;
            public sealed record Brand(string Name);
            public sealed class BrandType : Personalify.GraphQL.Types.ObjectType<Brand>
            {
                protected override void Configure(Personalify.GraphQL.Types.IObjectTypeDescriptor<Brand> descriptor) => descriptor.Field(brand => brand.Name);
            }
            """);
        Assert.Empty(compiled.Errors);
        Assert.Contains("[typeof(global::Shop.BrandType)]", compiled.Sources["Types.g.cs"], StringComparison.Ordinal);
        Assert.Contains("((global::Shop.Brand)parent).@Name", compiled.Sources["Resolvers.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_marked_type_cannot_be_named_the_assembly_is_searched()
    {
        var compiled = Compiled.From("public static class Outer { [QueryType] private static class Queries { public static int A => 1; } }");
        Assert.Empty(compiled.Errors);
        Assert.Contains("schema.AddTypes(typeof(GeneratedTypes).Assembly))", compiled.Sources["Types.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_is_added_by_a_call_has_code_too()
    {
        var compiled = Compiled.From(
            """
            using Personalify.GraphQL.Types.Building;
            public sealed class Query { public int A => 1; }
            public static class Fields { public static int B => 2; }
            public static class Setup { public static object Schema() => new SchemaBuilder().AddQueryType<Query>().AddType(typeof(Fields)); }
            """);
        Assert.Empty(compiled.Errors);
        Assert.Contains("typeof(global::Query)", compiled.Sources["Resolvers.g.cs"], StringComparison.Ordinal);
        Assert.Contains("typeof(global::Fields)", compiled.Sources["Resolvers.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_is_never_read_from_one_parent() => Assert.Null(MemberCode.Find(typeof(BatchModel.BookFields).GetMethod("GetChecked")!)!.BindPure);

    [Fact]
    public void Nothing_is_written_again_when_something_else_changed() =>
        Assert.All(Compiled.ReasonsAfterAnUnrelatedChange(Sample), reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));

    [Theory]
    [InlineData(typeof(ResolverBindingTests.Item), "Length")]
    [InlineData(typeof(ResolverBindingTests.ItemFields), "GetLaterAsync")]
    [InlineData(typeof(ParameterTests.Query), "Services")]
    [InlineData(typeof(Library.BookFields), "GetTitle")]
    [InlineData(typeof(BatchModel.BookFields), "GetLabel")]
    public void The_tests_of_resolvers_have_generated_code(Type type, string member) =>
        Assert.NotNull(MemberCode.Find(Assert.Single(type.GetMember(member))));
}
