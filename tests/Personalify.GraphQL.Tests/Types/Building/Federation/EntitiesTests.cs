using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.Execution;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Types.Building.Federation;

/// <summary>How the router fetches entities by what other subgraphs know of them.</summary>
public sealed class EntitiesTests : IAsyncLifetime
{
    private readonly ServiceProvider _services = new ServiceCollection().AddProducts(options => options.MaxAllowedRepresentations = 5).Services.BuildServiceProvider();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Theory]
    [InlineData("""{ __typename: "Product", id: "apollo-studio" }""", "... on Product { sku }", """{"sku":"studio"}""")]
    [InlineData("""{ __typename: "Product", sku: "federation", package: "@apollo/federation" }""", "... on Product { id }", """{"id":"apollo-federation"}""")]
    [InlineData("""{ __typename: "Product", sku: "studio", variation: { id: "platform" } }""", "... on Product { id }", """{"id":"apollo-studio"}""")]
    [InlineData("""{ __typename: "Product", id: "apollo-studio", sku: "federation", package: "@apollo/federation" }""", "... on Product { id }", """{"id":"apollo-studio"}""")]
    [InlineData("""{ __typename: "Product", id: null, sku: "studio", package: "" }""", "... on Product { id }", """{"id":"apollo-studio"}""")]
    [InlineData("""{ __typename: "Product", id: "unknown" }""", "__typename", "null")]
    [InlineData("""{ __typename: "DeprecatedProduct", sku: "gone", package: "x" }""", "__typename", "null")]
    [InlineData("""{ __typename: "Inventory", id: "1" }""", "... on Inventory { deprecatedProducts { sku } }", """{"deprecatedProducts":[{"sku":"apollo-federation-v1"}]}""")]
    [InlineData("""{ __typename: "User", email: "a@example.org" }""", "... on User { name totalProductsCreated }", """{"name":"Jane Smith","totalProductsCreated":null}""")]
    [InlineData(
        """{ __typename: "User", email: "a@example.org", totalProductsCreated: 1337, yearsOfEmployment: 10 }""",
        "... on User { averageProductsCreatedPerYear }",
        """{"averageProductsCreatedPerYear":133}""")]
    public async Task An_entity_is_found_by_any_of_its_keys(string representation, string selection, string entity)
    {
        var (data, errors) = await AskAsync($"{{ _entities(representations: [{representation}]) {{ {selection} }} }}");
        Assert.Empty(errors);
        Assert.Equal($$"""{"_entities":[{{entity}}]}""", data);
    }

    [Fact]
    public async Task Entities_keep_their_order_and_each_loader_is_asked_once()
    {
        const string Variables = """
            {"r": [
              {"__typename": "Product", "id": "apollo-studio"},
              {"__typename": "User", "email": "a@example.org"},
              {"__typename": "Product", "id": "unknown"},
              {"__typename": "Product", "id": "apollo-federation"},
              {"__typename": "User", "email": "b@example.org"}
            ]}
            """;
        var (data, errors) = await AskAsync(
            "query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Product { id } ... on User { email } } }", Variables);
        Assert.Empty(errors);
        Assert.Equal(
            """{"_entities":[{"__typename":"Product","id":"apollo-studio"},{"__typename":"User","email":"a@example.org"},null,{"__typename":"Product","id":"apollo-federation"},{"__typename":"User","email":"b@example.org"}]}""",
            data);
        Assert.Equal(["products: apollo-studio unknown apollo-federation", "users: a@example.org b@example.org"], _services.GetRequiredService<Batches>().All.Order());
    }

    [Theory]
    [InlineData("5", "A representation must be an object, found: 5.")]
    [InlineData("""["a"]""", "A representation must be an object, found: [\"a\"].")]
    [InlineData("""{ id: "1" }""", "A representation must have a __typename that is a string, found: {\"id\":\"1\"}.")]
    [InlineData("{ __typename: 1 }", "A representation must have a __typename that is a string, found: {\"__typename\":1}.")]
    [InlineData("""{ __typename: "Nope", id: "1" }""", "This subgraph has no entity of the type \"Nope\".")]
    [InlineData("""{ __typename: "ProductVariation", id: "1" }""", "This subgraph has no entity of the type \"ProductVariation\".")]
    [InlineData(
        """{ __typename: "Product", sku: "studio", notes: "x" }""",
        "A representation of Product must have the fields \"id\" or \"sku package\" or \"sku variation { id }\", and none of them null; found: sku, notes.")]
    [InlineData(
        """{ __typename: "Product", sku: "studio", variation: "platform" }""",
        "A representation of Product must have the fields \"id\" or \"sku package\" or \"sku variation { id }\", and none of them null; found: sku, variation.")]
    [InlineData("""{ __typename: "User" }""", "A representation of User must have the fields \"email\", and none of them null; found: nothing.")]
    [InlineData("""{ __typename: "Product", id: ["a"] }""", "The representation of Product has an invalid id: ID cannot represent value: [\"a\"]")]
    [InlineData("""{ __typename: "Product", sku: 5, package: "x" }""", "The representation of Product has an invalid sku: String cannot represent a non string value: 5")]
    [InlineData(
        """{ __typename: "User", email: "a@example.org", yearsOfEmployment: "ten" }""",
        "The representation of User has an invalid yearsOfEmployment: Int cannot represent non-integer value: \"ten\"")]
    public async Task A_wrong_representation_is_named_and_costs_the_others_nothing(string representation, string message)
    {
        var (data, errors) = await AskAsync($$"""{ _entities(representations: [{ __typename: "Product", id: "apollo-studio" }, {{representation}}]) { ... on Product { sku } } }""");
        Assert.Equal("""{"_entities":[{"sku":"studio"},null]}""", data);
        Assert.Equal([$"_entities.1 INVALID_REPRESENTATION {message}"], errors);
    }

    [Fact]
    public async Task A_store_that_is_away_costs_its_entities_alone_and_says_nothing_of_itself()
    {
        var (data, errors) = await AskAsync(
            """{ _entities(representations: [{ __typename: "User", email: "broken@example.org" }, { __typename: "Product", id: "apollo-studio" }]) { __typename } }""");
        Assert.Equal("""{"_entities":[null,{"__typename":"Product"}]}""", data);
        Assert.Equal(["_entities.0  Unexpected Execution Error"], errors);
    }

    [Fact]
    public async Task As_many_representations_as_allowed_are_taken()
    {
        Assert.Empty((await AskAsync(Many(5))).Errors);
        var (data, errors) = await AskAsync(Many(6));
        Assert.Equal("null", data);
        Assert.Equal(["_entities HC0076 _entities takes up to 5 representations at once, and there are 6. Ask in several requests."], errors);
    }

    [Fact]
    public async Task Every_representation_counts_in_the_cost()
    {
        Assert.Equal(new OperationCost(11, 2), await CostAsync(Many(1)));
        Assert.Equal(new OperationCost(13, 6), await CostAsync(Many(3)));
        Assert.Equal(new OperationCost(14, 8), await CostAsync(
            "query($r: [_Any!]!) { _entities(representations: $r) { ... on Product { dimensions { size } } } }", """{"r": [1, 2, 3, 4]}"""));
    }

    private static string Many(int count) =>
        $$"""{ _entities(representations: [{{string.Join(", ", Enumerable.Repeat("""{ __typename: "Product", id: "apollo-studio" }""", count))}}]) { ... on Product { dimensions { size } } } }""";

    private async Task<OperationCost> CostAsync(string query, string variables = "{}")
    {
        using var result = await _services.ExecuteRequestAsync(Request(query, variables) with { CostMode = CostMode.Validate });
        var cost = JsonDocument.Parse(Engine.Text(result)).RootElement.GetProperty("extensions").GetProperty("operationCost");
        return new OperationCost(cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble());
    }

    private async Task<(string Data, string[] Errors)> AskAsync(string query, string variables = "{}")
    {
        using var result = await _services.ExecuteRequestAsync(Request(query, variables));
        return (Encoding.UTF8.GetString(result.Data.Span), [.. result.Errors.Select(error => $"{string.Join('.', error.Path!)} {error.Code} {error.Message}")]);
    }

    private static GraphQLRequest Request(string query, string variables) =>
        new() { Document = Encoding.UTF8.GetBytes(query), Variables = JsonDocument.Parse(variables).RootElement };
}
