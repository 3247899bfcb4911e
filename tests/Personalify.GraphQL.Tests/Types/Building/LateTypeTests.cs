using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>A type that is named as text may come to light by any other field, before or after.</summary>
public sealed class LateTypeTests
{
    private static readonly string Sdl = SchemaPrinter.Print(new SchemaBuilder().AddQueryType<Query>().Build());

    [Fact]
    public void A_field_may_name_a_class_that_a_later_field_returns() =>
        Assert.Contains("  thingGrid: [[Thing!]!]\n", Sdl, StringComparison.Ordinal);

    [Fact]
    public void Fields_stay_in_the_order_of_their_class() =>
        Assert.Contains(
            "  before: Int!\n  thingGrid: [[Thing!]!]\n  partOf: Part\n  between: Int!\n"
            + "  find(by: Wanted): Int!\n  things: [Thing!]!\n  search(wanted: Wanted): Int!\n",
            Sdl, StringComparison.Ordinal);

    [Fact]
    public void A_type_may_come_to_light_by_another_that_is_read_late() =>
        Assert.Contains("type Part {\n  thing: Thing\n", Sdl, StringComparison.Ordinal);

    [Fact]
    public void A_field_of_an_input_may_name_one_too() =>
        Assert.Contains("input Wanted {\n  more: [Detail!]\n  detail: Detail\n}", Sdl, StringComparison.Ordinal);

    [Fact]
    public void A_name_of_nothing_is_still_refused() => Assert.EndsWith(
        "Nothing.Nope names the type Nope, which is neither a scalar nor a type of this schema.",
        Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType<Nothing>().Build()).Message,
        StringComparison.Ordinal);

    internal sealed class Query
    {
        public static int Before() => 1;

        [GraphQLType("[[Thing!]!]")]
        public static List<List<Thing?>> ThingGrid() => [[new()]];

        [GraphQLType("Part")]
        public static Part? PartOf() => null;

        public static int Between() => 2;

        public static int Find([GraphQLType("Wanted")] Wanted? by) => by is null ? 0 : 1;

        public static List<Thing> Things() => [new()];

        public static int Search(Wanted? wanted) => wanted is null ? 0 : 1;
    }

    internal sealed class Thing
    {
        public string Name { get; init; } = "thing";

        public Part? Part { get; init; }
    }

    internal sealed class Part
    {
        [GraphQLType("Thing")]
        public Thing? Thing { get; init; }
    }

    [GraphQLName("Wanted")]
    internal sealed record Wanted([property: GraphQLType("[Detail!]")] IReadOnlyList<Detail>? More, Detail? Detail);

    [GraphQLName("Detail")]
    internal sealed record Detail(string Name);

    internal sealed class Nothing
    {
        [GraphQLType("Nope")]
        public static int Nope() => 1;
    }
}
