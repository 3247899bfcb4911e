using Personalify.GraphQL.Types.Building;
using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types;

public sealed class IntrospectionTests
{
    private static readonly Schema Schema = SdlSchemaBuilder.Build(
        """"
        """All of it."""
        schema { query: Query }

        directive @many(of: Int! = 3, old: Int @deprecated(reason: "gone")) repeatable on FIELD | QUERY

        type Query implements Node {
          id: ID!
          old: Int @deprecated(reason: "Use id.")
          find(by: Filter = { text: "a", order: UP }, plain: Int, gone: Int @deprecated): Found
        }

        interface Node { id: ID! }
        union Found = Query
        enum Order { UP DOWN @deprecated }
        input Filter { text: String = "x" order: Order gone: Int @deprecated }
        input Choice @oneOf { a: Int }
        scalar Day @specifiedBy(url: "https://example.org/day")
        """");

    [Theory]
    [InlineData("Query", """{"kind":"OBJECT","fields":2,"interfaces":1,"possibleTypes":null,"enumValues":null,"inputFields":null,"isOneOf":null,"specifiedByURL":null}""")]
    [InlineData("Node", """{"kind":"INTERFACE","fields":1,"interfaces":0,"possibleTypes":1,"enumValues":null,"inputFields":null,"isOneOf":null,"specifiedByURL":null}""")]
    [InlineData("Found", """{"kind":"UNION","fields":null,"interfaces":null,"possibleTypes":1,"enumValues":null,"inputFields":null,"isOneOf":null,"specifiedByURL":null}""")]
    [InlineData("Order", """{"kind":"ENUM","fields":null,"interfaces":null,"possibleTypes":null,"enumValues":1,"inputFields":null,"isOneOf":null,"specifiedByURL":null}""")]
    [InlineData("Filter", """{"kind":"INPUT_OBJECT","fields":null,"interfaces":null,"possibleTypes":null,"enumValues":null,"inputFields":2,"isOneOf":false,"specifiedByURL":null}""")]
    [InlineData("Choice", """{"kind":"INPUT_OBJECT","fields":null,"interfaces":null,"possibleTypes":null,"enumValues":null,"inputFields":1,"isOneOf":true,"specifiedByURL":null}""")]
    [InlineData("Day", """{"kind":"SCALAR","fields":null,"interfaces":null,"possibleTypes":null,"enumValues":null,"inputFields":null,"isOneOf":null,"specifiedByURL":"https://example.org/day"}""")]
    public async Task Each_kind_of_type_has_only_what_belongs_to_it(string type, string expected)
    {
        var found = await AskAsync($$"""
            { __type(name: "{{type}}") { kind fields { name } interfaces { name } possibleTypes { name } enumValues { name } inputFields { name } isOneOf specifiedByURL } }
            """);
        var counted = found.GetProperty("__type").EnumerateObject().Select(property => $"\"{property.Name}\":{Count(property.Value)}");
        Assert.Equal(expected, $"{{{string.Join(',', counted)}}}");
    }

    [Fact]
    public async Task Deprecated_members_are_shown_on_request_only()
    {
        const string Members = "fields(includeDeprecated: $all) { name } enumValues(includeDeprecated: $all) { name } inputFields(includeDeprecated: $all) { name }";
        var query = $$"""query ($all: Boolean!) { a: __type(name: "Query") { {{Members}} } b: __type(name: "Order") { {{Members}} } c: __type(name: "Filter") { {{Members}} } }""";
        Assert.Equal("2 1 2", Counts(await AskAsync(query, """{"all":false}""")));
        Assert.Equal("3 2 3", Counts(await AskAsync(query, """{"all":true}""")));

        static string Counts(JsonElement data) => string.Join(
            ' ',
            data.GetProperty("a").GetProperty("fields").GetArrayLength(),
            data.GetProperty("b").GetProperty("enumValues").GetArrayLength(),
            data.GetProperty("c").GetProperty("inputFields").GetArrayLength());
    }

    [Fact]
    public async Task A_default_value_is_a_literal()
    {
        var data = await AskAsync("""{ __type(name: "Query") { fields { name args { name defaultValue } } } }""");
        var arguments = data.GetProperty("__type").GetProperty("fields")[1].GetProperty("args");
        Assert.Equal("""[{"name":"by","defaultValue":"{ text: \"a\", order: UP }"},{"name":"plain","defaultValue":null}]""", arguments.GetRawText());
    }

    [Fact]
    public async Task A_directive_tells_where_and_how_often_it_stands()
    {
        var data = await AskAsync("{ __schema { directives { name isRepeatable locations args { name type { kind ofType { name } } defaultValue } } } }");
        Assert.Equal(
            """{"name":"many","isRepeatable":true,"locations":["FIELD","QUERY"],"args":[{"name":"of","type":{"kind":"NON_NULL","ofType":{"name":"Int"}},"defaultValue":"3"}]}""",
            data.GetProperty("__schema").GetProperty("directives")[0].GetRawText());
    }

    [Fact]
    public async Task The_schema_lists_every_type_and_its_roots()
    {
        var data = await AskAsync("{ __schema { description queryType { name } mutationType { name } subscriptionType { name } types { name } } }");
        var schema = data.GetProperty("__schema");
        Assert.Equal("All of it.", schema.GetProperty("description").GetString());
        Assert.Equal("Query", schema.GetProperty("queryType").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, schema.GetProperty("mutationType").ValueKind);
        Assert.Equal(
            ["Boolean", "Choice", "Day", "Filter", "Found", "ID", "Int", "Node", "Order", "Query", "String"],
            schema.GetProperty("types").EnumerateArray().Select(type => type.GetProperty("name").GetString()!).Where(name => !Names.IsReserved(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_introspection_types_describe_themselves()
    {
        var data = await AskAsync("""{ __type(name: "__Type") { fields { name args { name defaultValue type { kind ofType { name } } } } } missing: __type(name: "Nope") { name } }""");
        var fields = data.GetProperty("__type").GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!);
        Assert.Equal(
            ["kind", "name", "description", "specifiedByURL", "fields", "interfaces", "possibleTypes", "enumValues", "inputFields", "ofType", "isOneOf"],
            fields.Keys);
        Assert.Equal(
            """[{"name":"includeDeprecated","defaultValue":"false","type":{"kind":"NON_NULL","ofType":{"name":"Boolean"}}}]""",
            fields["inputFields"].GetProperty("args").GetRawText());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("missing").ValueKind);
    }

    [Fact]
    public void Meta_fields_stand_where_the_specification_puts_them()
    {
        var query = Schema.QueryType!;
        Assert.Same(Introspection.TypeNameField, Introspection.FindField(Schema, Schema.Types["Found"], "__typename"));
        Assert.Same(Introspection.SchemaField, Introspection.FindField(Schema, query, "__schema"));
        Assert.Null(Introspection.FindField(Schema, Schema.Types["Node"], "__schema"));
        Assert.Null(Introspection.FindField(Schema, Schema.Types["Order"], "__typename"));
        Assert.Same(query.Fields["id"], Introspection.FindField(Schema, query, "id"));
    }

    private static string Count(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? $"{value.GetArrayLength()}" : value.GetRawText();

    private static async Task<JsonElement> AskAsync(string query, string variables = "{}")
    {
        using var json = JsonDocument.Parse(variables);
        var result = await new GraphQLServer(Schema).ExecuteAsync(new GraphQLRequest { Document = Encoding.UTF8.GetBytes(query), Variables = json.RootElement });
        Assert.Equal([], result.Errors.Select(error => error.Message));
        using var data = JsonDocument.Parse(result.Data);
        return data.RootElement.Clone();
    }
}
