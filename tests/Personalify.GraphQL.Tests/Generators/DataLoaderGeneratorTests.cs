using Microsoft.CodeAnalysis;

namespace Personalify.GraphQL.Tests.Generators;

public sealed class DataLoaderGeneratorTests
{
    private const int LinesOfUsings = 6;

    [Theory]
    [InlineData("GetBrandByIdAsync", "BrandByIdDataLoader")]
    [InlineData("BrandById", "BrandByIdDataLoader")]
    [InlineData("GetBrandDataLoader", "BrandDataLoader")]
    [InlineData("Get", "GetDataLoader")]
    public void The_class_is_named_after_the_method(string method, string loader)
    {
        var compiled = Compiled.From($$"""
            namespace Shop;
            public static class Loaders
            {
                [DataLoader]
                public static Task<Dictionary<int, string>> {{method}}(IReadOnlyList<int> ids) => Task.FromResult(ids.ToDictionary(id => id, id => ""));
            }
            """);
        Assert.Empty(compiled.Errors);
        Assert.Contains($"public sealed class {loader}(", compiled.Sources[$"Shop.{loader}.g.cs"], StringComparison.Ordinal);
        Assert.Contains($"interface I{loader} : ", compiled.Sources[$"Shop.{loader}.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Task<Dictionary<int, string>>", "IReadOnlyList<int> ids", "StatefulBatchDataLoader<int, string>")]
    [InlineData("Task<IReadOnlyDictionary<int, int>>", "IReadOnlyList<int> ids", "StatefulBatchDataLoader<int, int>")]
    [InlineData("ValueTask<Dictionary<string, int[]>>", "IReadOnlyList<string> ids", "StatefulBatchDataLoader<string, int[]>")]
    [InlineData("Task<ILookup<int, string>>", "IReadOnlyList<int> ids", "StatefulGroupedDataLoader<int, string>")]
    [InlineData("Task<string?>", "int id", "StatefulCacheDataLoader<int, string>")]
    [InlineData("Task<string>", "string id", "StatefulCacheDataLoader<string, string>")]
    [InlineData("Task<int>", "int id", "StatefulCacheDataLoader<int, int>")]
    [InlineData("Task<System.DateTime>", "Key id", "StatefulCacheDataLoader<global::Key, global::System.DateTime>")]
    public void What_a_method_takes_and_returns_makes_its_kind(string result, string parameter, string kind)
    {
        var compiled = Compiled.From($$"""
            public sealed record Key(int A, int B);
            public static class Loaders
            {
                [DataLoader]
                public static {{result}} GetItemAsync({{parameter}}, CancellationToken token) => throw new System.InvalidOperationException($"{token}");
            }
            """);
        Assert.Empty(compiled.Errors);
        Assert.Contains(kind, compiled.Sources["ItemDataLoader.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_has_a_key_is_asked_for_by_it()
    {
        var compiled = Compiled.From("""
            namespace Shop;
            public sealed class Store;
            public static class Loaders
            {
                [DataLoader]
                public static Task<Dictionary<int, string>> GetBrandAsync(IReadOnlyList<int> ids, [Service("far")] Store far, [Service] Store near) =>
                    Task.FromResult(ids.ToDictionary(id => id, id => $"{far} {near}"));
            }
            """);
        Assert.Empty(compiled.Errors);
        Assert.Contains(
            "[global::Microsoft.Extensions.DependencyInjection.FromKeyedServices(\"far\")] global::Shop.Store service1, global::Shop.Store service2)",
            compiled.Sources["Shop.BrandDataLoader.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Further_parameters_are_services_state_and_what_callers_ask_for()
    {
        var compiled = Compiled.From("""
            namespace Shop;
            internal sealed class Store;
            internal sealed record Brand(int Id);
            internal static class Loaders
            {
                [DataLoader("BrandsOfShop")]
                internal static Task<ILookup<int, Brand>> LoadAsync(
                    IReadOnlyList<int> ids, Store store, PagingArguments paging, QueryContext<Brand> query, SortDefinition<Brand> order, ISelectorBuilder some, IPredicateBuilder which,
                    [DataLoaderState("tenant")] string tenant, [DataLoaderState] int? limit, Store? context, CancellationToken token) =>
                    throw new System.InvalidOperationException($"{store}{paging}{query}{order}{some}{which}{tenant}{limit}{context}{token}");
            }
            """);
        Assert.Empty(compiled.Errors);
        var source = compiled.Sources["Shop.BrandsOfShopDataLoader.g.cs"];
        Assert.Contains("internal sealed class BrandsOfShopDataLoader(", source, StringComparison.Ordinal);
        Assert.Contains("global::Shop.Store service1, global::Shop.Store? service2)", source, StringComparison.Ordinal);
        Assert.Contains(
            "LoadAsync(keys, service1, context.GetPagingArguments(), context.GetQueryContext<global::Shop.Brand>(), (context.GetSorting<global::Shop.Brand>()",
            source, StringComparison.Ordinal);
        Assert.Contains("global::Personalify.GraphQL.Data.SortDefinition<global::Shop.Brand>.Empty), context, context, ", source, StringComparison.Ordinal);
        Assert.Contains("context.GetRequiredState<string>(\"tenant\"), context.GetState<int?>(\"limit\"), service2, cancellationToken)", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static Task<Dictionary<int, string>> GetAsync() => throw new();", "HC0074")]
    [InlineData("public static Task<string> GetAsync(CancellationToken token) => throw new();", "HC0074")]
    [InlineData("public static Task<string> GetAsync(Loaders loaders) => throw new();", "HC0074")]
    [InlineData("private static Task<string> GetAsync(int id) => throw new();", "HC0075")]
    [InlineData("public Task<string> GetAsync(int id) => throw new();", "HC0075")]
    [InlineData("public static Task<T> GetAsync<T>(int id) => throw new();", "HC0075")]
    [InlineData("public static Task<List<string>> GetAsync(IReadOnlyList<int> ids) => throw new();", "PGQL001")]
    [InlineData("public static Task<Dictionary<string, string>> GetAsync(IReadOnlyList<int> ids) => throw new();", "PGQL001")]
    [InlineData("public static Dictionary<int, string> Get(IReadOnlyList<int> ids) => throw new();", "PGQL002")]
    [InlineData("public static Task GetAsync(int id) => throw new();", "PGQL002")]
    public void A_method_that_cannot_become_a_loader_is_an_error_in_its_place(string method, string code)
    {
        var compiled = Compiled.From($"public class Loaders {{\n[DataLoader]\n{method}\n}}");
        Assert.Equal([$"{code} line {LinesOfUsings + 3}"], compiled.Problems);
        Assert.Empty(compiled.Sources);
    }

    [Theory]
    [InlineData("static int Key(Brand brand) => brand.Id;", "AddDataLoaderLookup<global::BrandByIdDataLoader, int, global::Brand>(services, static value => global::Loaders.Key(value));")]
    [InlineData("static int? Key(Brand brand) => brand.Id;", "AddDataLoaderLookup<global::BrandByIdDataLoader, int, global::Brand, global::Brand>(services, static value => global::Loaders.Key(value) is { } key ?")]
    [InlineData(
        "static KeyValuePair<int, Brand> Key(string name) => new(1, new Brand(1));",
        "AddDataLoaderLookup<global::BrandByIdDataLoader, int, global::Brand, string>(services, static value => global::Loaders.Key(value));")]
    [InlineData(
        "static KeyValuePair<int, Brand>? Key(string? name) => null;",
        "AddDataLoaderLookup<global::BrandByIdDataLoader, int, global::Brand, string>(services, static value => global::Loaders.Key(value));")]
    public void A_loader_is_registered_with_its_lookups(string lookup, string registration)
    {
        var compiled = Compiled.From(WithLookup("internal " + lookup));
        Assert.Empty(compiled.Errors);
        Assert.Contains(registration, compiled.Sources["DataLoaders.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static int Other(Brand brand) => brand.Id;")]
    [InlineData("int Key(Brand brand) => brand.Id;")]
    [InlineData("static int Key(string name) => 1;")]
    [InlineData("static string Key(Brand brand) => \"\";")]
    [InlineData("static int Key(Brand brand, int other) => other;")]
    [InlineData("static KeyValuePair<string, Brand> Key(Brand brand) => default;")]
    public void A_lookup_that_cannot_be_one_is_an_error_in_its_place(string lookup)
    {
        var compiled = Compiled.From(WithLookup("public " + lookup));
        Assert.Equal([$"PGQL003 line {LinesOfUsings + 5}"], compiled.Problems);
    }

    [Fact]
    public void A_loader_has_the_size_the_services_and_the_access_that_are_asked_for()
    {
        var compiled = Compiled.From("""
            public static class Loaders
            {
                [DataLoader(MaxBatchSize = 50, ServiceScope = DataLoaderServiceScope.OriginalScope, AccessModifier = DataLoaderAccessModifier.PublicInterface)]
                public static Task<Dictionary<int, string>> GetNameAsync(IReadOnlyList<int> ids) => Task.FromResult(ids.ToDictionary(id => id, id => ""));
            }
            """);
        Assert.Empty(compiled.Errors);
        var source = compiled.Sources["NameDataLoader.g.cs"];
        Assert.Contains("internal sealed class NameDataLoader(", source, StringComparison.Ordinal);
        Assert.Contains("public interface INameDataLoader", source, StringComparison.Ordinal);
        Assert.Contains("(scheduler, Options)", source, StringComparison.Ordinal);
        Assert.Contains("new() { MaxBatchSize = 50, ServiceScope = global::Personalify.GraphQL.DataLoaderServiceScope.OriginalScope };", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public", "public")]
    [InlineData("internal", "internal")]
    public void A_public_resolver_may_ask_for_the_loader_of_an_internal_method_if_it_knows_the_value(string value, string access)
    {
        var compiled = Compiled.From($$"""
            {{value}} sealed record Brand(int Id);
            internal sealed class Store;
            internal static class Loaders
            {
                [DataLoader] internal static Task<Dictionary<int, Brand[]>> GetBrands(IReadOnlyList<int> ids, Store store) => Task.FromResult(new Dictionary<int, Brand[]>());
            }
            """);
        Assert.Empty(compiled.Errors);
        Assert.Contains("internal sealed class BrandsDataLoader(", compiled.Sources["BrandsDataLoader.g.cs"], StringComparison.Ordinal);
        Assert.Contains($"{access} interface IBrandsDataLoader", compiled.Sources["BrandsDataLoader.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_says_what_holds_for_all_its_loaders_that_say_nothing_else()
    {
        var compiled = Compiled.From("""
            [assembly: DataLoaderDefaults(ServiceScope = DataLoaderServiceScope.OriginalScope, AccessModifier = DataLoaderAccessModifier.Internal, GenerateInterfaces = false)]
            public static class Loaders
            {
                [DataLoader] public static Task<string> GetA(int id) => Task.FromResult("");
                [DataLoader(ServiceScope = DataLoaderServiceScope.DataLoaderScope, AccessModifier = DataLoaderAccessModifier.Public)]
                public static Task<string> GetB(int id) => Task.FromResult("");
            }
            """);
        Assert.Empty(compiled.Errors);
        var (a, b) = (compiled.Sources["ADataLoader.g.cs"], compiled.Sources["BDataLoader.g.cs"]);
        Assert.Contains("internal sealed class ADataLoader(", a, StringComparison.Ordinal);
        Assert.Contains("OriginalScope", a, StringComparison.Ordinal);
        Assert.DoesNotContain("interface", a, StringComparison.Ordinal);
        Assert.Contains("public sealed class BDataLoader(", b, StringComparison.Ordinal);
        Assert.DoesNotContain("OriginalScope", b, StringComparison.Ordinal);
        Assert.Contains("AddDataLoader<global::ADataLoader>(services);", compiled.Sources["DataLoaders.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void All_loaders_of_an_assembly_are_registered_by_one_call()
    {
        var compiled = Compiled.From("""
            namespace Shop
            {
                public static class Loaders
                {
                    [DataLoader] public static Task<string> GetB(int id) => Task.FromResult("");
                    [DataLoader] public static Task<string> GetA(int id) => Task.FromResult("");
                }
            }
            public static class Others
            {
                [DataLoader] public static Task<string> GetC(int id) => Task.FromResult("");
                public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                    Microsoft.Extensions.DependencyInjection.GeneratedDataLoaders.AddDataLoaders(services);
            }
            """);
        Assert.Empty(compiled.Errors);
        Assert.Equal(
            ["CDataLoader", "Shop.ADataLoader", "Shop.BDataLoader"],
            compiled.Sources["DataLoaders.g.cs"].Split('\n').Where(line => line.Contains("AddDataLoader<", StringComparison.Ordinal))
                .Select(line => line.Split(", global::")[1].Split('>')[0]));
    }

    [Fact]
    public void Nothing_is_written_where_nothing_is_marked() => Assert.Empty(Compiled.From("public static class Loaders;").Sources);

    [Fact]
    public void What_has_not_changed_is_not_written_again()
    {
        var reasons = Compiled.ReasonsAfterAnUnrelatedChange(
            "public static class Loaders { [DataLoader] public static Task<string> GetA(int id) => Task.FromResult(\"\"); }");
        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static string WithLookup(string lookup) => $$"""
        public sealed record Brand(int Id);
        public class Loaders
        {
            [DataLoader(Lookups = ["Key"])]
            public static Task<Dictionary<int, Brand>> GetBrandByIdAsync(IReadOnlyList<int> ids) => Task.FromResult(ids.ToDictionary(id => id, id => new Brand(id)));

            {{lookup}}
        }
        """;
}
