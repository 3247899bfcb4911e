using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.Execution;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;
using Snapshooter.Xunit;

namespace Personalify.GraphQL.Tests.Types.Building.Federation;

/// <summary>What a larger graph is told of a schema.</summary>
public sealed class SubgraphTests
{
    [Fact]
    public async Task The_subgraph_tells_its_schema_with_the_directives_of_federation()
    {
        Snapshot.Match(await SdlOfAsync(await new ServiceCollection().AddProducts().BuildSchemaAsync()), "Products");
    }

    [Fact]
    public async Task The_export_shows_the_fields_of_federation_and_none_of_its_directives()
    {
        var sdl = SchemaPrinter.Print(await new ServiceCollection().AddProducts().BuildSchemaAsync());
        Assert.Contains("  _service: _Service!\n", sdl, StringComparison.Ordinal);
        Assert.Contains("  _entities(representations: [_Any!]!): [_Entity]!", sdl, StringComparison.Ordinal);
        Assert.Contains("union _Entity = DeprecatedProduct | Inventory | Product | User", sdl, StringComparison.Ordinal);
        Assert.Contains("type Product {", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("@key", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("@link", sdl, StringComparison.Ordinal);
        Assert.Equal(sdl, SchemaPrinter.Print(SdlSchemaBuilder.Build(sdl)));
    }

    [Fact]
    public void Without_federation_its_attributes_change_nothing()
    {
        var sdl = SchemaPrinter.Print(new SchemaBuilder().AddQueryType<ProductsQuery>().AddType(typeof(ProductExtension)).Build());
        Assert.DoesNotContain("_service", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("@", sdl.Replace("@cost", "", StringComparison.Ordinal).Replace("@listSize", "", StringComparison.Ordinal).Replace("@deprecated", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("bySkuAlone", sdl, StringComparison.Ordinal);
        Assert.Contains("  shelf: String", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_that_can_be_resolved_there_is_nothing_to_fetch()
    {
        var schema = new SchemaBuilder().AddQueryType<StubQuery>().AddApolloFederation().Build();
        Assert.False(schema.QueryType!.Fields.Contains("_entities"));
        Assert.DoesNotContain("_Entity", schema.Types.Keys);
        Assert.EndsWith("type Query {\n  stub: Stub!\n}\n\ntype Stub @key(fields: \"id\", resolvable: false) {\n  id: ID!\n}\n", await SdlOfAsync(schema), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subgraph_may_have_entities_and_no_query_of_its_own()
    {
        var schema = new SchemaBuilder().AddType<DeprecatedProduct>().AddApolloFederation().Build();
        await schema.AnswersAsync(
            """{ _entities(representations: [{ __typename: "DeprecatedProduct", sku: "a", package: "b" }]) { ... on DeprecatedProduct { reason } } }""",
            """{"_entities":[{"reason":"Not maintained."}]}""");
        Assert.DoesNotContain("type Query", await SdlOfAsync(schema), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_what_the_schema_says()
    {
        var schema = await new ServiceCollection().AddProducts(options => options.Version = FederationVersion.Federation27).BuildSchemaAsync();
        Assert.StartsWith("extend schema @link(url: \"https://specs.apollo.dev/federation/v2.7\"", await SdlOfAsync(schema), StringComparison.Ordinal);
    }

    private static async Task<string> SdlOfAsync(Schema schema)
    {
        using var result = await new GraphQLServer(schema).ExecuteAsync(OperationRequestBuilder.New().SetDocument("{ _service { sdl } }").Build());
        return JsonDocument.Parse(Engine.Text(result)).RootElement.GetProperty("data").GetProperty("_service").GetProperty("sdl").GetString()!;
    }

    [ExtendObjectType(typeof(Product))]
    internal static class ProductExtension
    {
        public static string? GetShelf() => null;

        [ReferenceResolver]
        public static Product? BySkuAlone(string sku) => Array.Find(ProductsModel.Products, product => product.Sku == sku);
    }

    internal sealed class StubQuery
    {
        public static Stub GetStub() => new("1");
    }

    [Key("id", resolvable: false)]
    internal sealed record Stub([property: ID] string Id);
}
