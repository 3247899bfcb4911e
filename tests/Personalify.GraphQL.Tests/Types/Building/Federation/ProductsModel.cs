using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Types.Building.Federation;

/// <summary>A subgraph like the one that Apollo's compatibility tests ask for: every kind of key, and every directive.</summary>
internal static class ProductsModel
{
    public static IGraphQLBuilder AddProducts(this IServiceCollection services, Action<ApolloFederationOptions>? configure = null) => services
        .AddSingleton<Batches>()
        .AddDataLoader<ProductByIdLoader>()
        .AddDataLoader<UserByEmailLoader>()
        .AddGraphQLServer()
        .AddQueryType<ProductsQuery>()
        .AddType<Inventory>()
        .AddApolloFederation(configure: configure);

    public static readonly Product[] Products =
    [
        new("apollo-federation", "federation", "@apollo/federation", new ProductVariation("OSS"), "for us alone"),
        new("apollo-studio", "studio", "", new ProductVariation("platform"), null),
    ];
}

/// <summary>What the loaders were asked for, batch by batch.</summary>
internal sealed class Batches
{
    private readonly ConcurrentQueue<string> _batches = new();

    public IEnumerable<string> All => _batches;

    public void Add(string kind, IEnumerable<string> keys) => _batches.Enqueue($"{kind}: {string.Join(' ', keys)}");
}

internal sealed class ProductByIdLoader(Batches batches, IBatchScheduler scheduler) : BatchDataLoader<string, Product>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<string, Product>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        batches.Add("products", keys);
        return ProductsModel.Products.Where(product => keys.Contains(product.Id)).ToDictionary(product => product.Id);
    }
}

internal sealed class UserByEmailLoader(Batches batches, IBatchScheduler scheduler) : BatchDataLoader<string, User>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<string, User>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        batches.Add("users", keys);
        if (keys.Contains("broken@example.org")) throw new InvalidOperationException("The store is away.");
        return keys.Where(key => key != "nobody@example.org").ToDictionary(key => key, key => new User { Email = key });
    }
}

internal sealed class ProductsQuery
{
    public static Task<Product?> GetProductAsync([ID] string id, ProductByIdLoader products, CancellationToken cancellationToken) => products.LoadAsync(id, cancellationToken);

    [GraphQLDeprecated("Use product query instead")]
    public static DeprecatedProduct? GetDeprecatedProduct(string sku, string package) => DeprecatedProduct.Find(sku, package);

    [UsePaging]
    public static Product[] GetProducts() => ProductsModel.Products;
}

[Key("id")]
[Key("sku package")]
[Key("sku variation { id }")]
internal sealed record Product(
    [property: ID] string Id,
    string? Sku,
    string? Package,
    ProductVariation? Variation,
    [property: ApolloTag("internal"), ApolloTag("draft")] string? Notes)
{
    public ProductDimension Dimensions { get; } = new("small", 1, "kg");

    [Provides("totalProductsCreated")]
    public User CreatedBy { get; } = new() { Email = "support@example.org", TotalProductsCreated = 1337 };

    [GraphQLIgnore]
    public decimal Cost { get; init; }

    [RequiresScopes("a", "b")]
    [RequiresScopes("c")]
    [Policy("p")]
    [Authenticated]
    public string? Secret { get; }

    [ReferenceResolver]
    public static Task<Product?> ByIdAsync(string id, ProductByIdLoader products, CancellationToken cancellationToken) => products.LoadAsync(id, cancellationToken);

    [ReferenceResolver]
    public static Product? ByPackage(string sku, string package) => Array.Find(ProductsModel.Products, product => product.Sku == sku && product.Package == package);

    [ReferenceResolver]
    public static Product? ByVariation(string sku, [Map("variation.id")] string variation) =>
        Array.Find(ProductsModel.Products, product => product.Sku == sku && product.Variation!.Id == variation);
}

internal sealed record ProductVariation([property: ID] string Id);

[Shareable]
internal sealed record ProductDimension(string? Size, double? Weight, [property: Inaccessible] string? Unit);

internal sealed record DeprecatedProduct([property: Key] string Sku, [property: Key] string Package)
{
    public string Reason { get; } = "Not maintained.";

    [ReferenceResolver]
    public static DeprecatedProduct? Find(string sku, string package) => sku == "gone" ? null : new DeprecatedProduct(sku, package);
}

[Key("email")]
internal sealed class User
{
    [ID]
    public required string Email { get; init; }

    [Override("users", "percent(5)")]
    public string Name { get; } = "Jane Smith";

    [External]
    public int? TotalProductsCreated { get; set; }

    [External]
    public int YearsOfEmployment { get; set; }

    [Requires("totalProductsCreated yearsOfEmployment")]
    public int? AverageProductsCreatedPerYear => YearsOfEmployment == 0 ? null : TotalProductsCreated / YearsOfEmployment;

    [ReferenceResolver]
    public static Task<User?> ByEmailAsync(string email, UserByEmailLoader users, CancellationToken cancellationToken) => users.LoadAsync(email, cancellationToken);
}

[InterfaceObject]
[Key("id")]
[ReferenceResolver(EntityResolver = nameof(InventoryResolver.Read), EntityResolverType = typeof(InventoryResolver))]
internal sealed record Inventory([property: ID] string Id)
{
    public DeprecatedProduct[] DeprecatedProducts { get; } = [new("apollo-federation-v1", "@apollo/federation-v1")];
}

internal static class InventoryResolver
{
    public static Inventory Read(string id) => new(id);
}
