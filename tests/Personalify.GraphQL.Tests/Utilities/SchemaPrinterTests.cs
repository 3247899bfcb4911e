using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Utilities;

public sealed class SchemaPrinterTests
{
    [Fact]
    public void Every_kind_of_definition_is_printed_as_it_was_read() => AssertKept(
        """"
        """The one schema."""
        schema @link(url: "https://example.org") {
          query: Root
          mutation: Mutation
        }

        directive @link(url: String!) repeatable on SCHEMA

        """Limits something."""
        directive @limit(
          """The most."""
          max: Int! = 10
          unit: String
        ) on FIELD_DEFINITION | OBJECT

        scalar Day @specifiedBy(url: "https://example.org/day")

        interface Node {
          id: ID!
        }

        interface Named implements Node {
          id: ID!
          name: String
        }

        type Root implements Named & Node @limit(max: 3) {
          """The id."""
          id: ID!
          name: String @deprecated

          """Two arguments on a line."""
          find(text: String!, first: Int = 10, order: [Order!]! = [UP]): [Found] @limit

          """Arguments with descriptions."""
          search(
            """What to look for."""
            filter: Filter = { text: "a \"b\"", order: DOWN }

            """How many."""
            first: Int @deprecated(reason: "Use filter.")
          ): Found
        }

        type Mutation {
          touch: Day
        }

        union Found = Root | Mutation

        enum Order {
          UP

          """Downwards."""
          DOWN @deprecated(reason: "Use UP.")
        }

        input Filter {
          text: String = "x"
          order: Order
        }

        input Choice @oneOf {
          a: Int
          b: String
        }

        """");

    [Fact]
    public void Usual_root_names_need_no_schema_definition() => AssertKept(
        """
        type Query {
          a: Int
        }

        type Mutation {
          b: Int
        }

        """);

    [Fact]
    public void An_object_named_like_a_root_that_it_is_not_forces_a_schema_definition() => AssertKept(
        """
        schema {
          query: Query
        }

        type Query {
          a: Mutation
        }

        type Mutation {
          b: Int
        }

        """);

    [Theory]
    [InlineData("A line.")]
    [InlineData("Two\nlines with \"quotes\" and \\ a backslash")]
    [InlineData("Ends in a quote\"")]
    [InlineData("Ends in a backslash\\")]
    [InlineData("Holds \"\"\" quotes")]
    [InlineData("First\n  indented")]
    [InlineData("  all\n  indented")]
    [InlineData("\nstarts with a line feed")]
    [InlineData("carriage\rreturn")]
    [InlineData("bell \u0007")]
    [InlineData("")]
    [InlineData("A line that is longer than the seventy characters that are printed on the line of the quotes.")]
    public void A_description_survives_being_printed_and_read(string description)
    {
        var type = new ObjectType("Query") { Description = description };
        type.Fields.Add(new OutputField("a", SpecifiedScalars.Int) { Description = description });
        var schema = SdlSchemaBuilder.Build(SchemaPrinter.Print(type));
        Assert.Equal(description, schema.QueryType!.Description);
        Assert.Equal(description, schema.QueryType.Fields["a"].Description);
    }

    private static void AssertKept(string sdl) => Assert.Equal(sdl, SchemaPrinter.Print(SdlSchemaBuilder.Build(sdl)));
}
