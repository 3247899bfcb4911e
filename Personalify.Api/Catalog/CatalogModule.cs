using Personalify.Api.Catalog.Enrichment;
using Personalify.Api.Catalog.Word;

namespace Personalify.Api.Catalog;

/// <summary>Artists, albums and tracks, by id and by name.</summary>
public static class CatalogModule
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddSingleton<CatalogStore>()
        .AddSingleton<CatalogCache>()
        .AddSingleton<SpotifyCatalog>()
        .AddSingleton<SpotifyWordStore>()
        .AddEnrichment()
        .AddSingleton<SearchIndex>()
        .AddSingleton<SearchStore>();
}
