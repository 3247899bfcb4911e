namespace Personalify.Api.Catalog.Enrichment;

/// <summary>Asks Spotify, little by little, for what it has not said yet of what connected listeners hear.</summary>
internal static class EnrichmentModule
{
    public static IServiceCollection AddEnrichment(this IServiceCollection services) => services
        .AddSingleton<WantedStore>()
        .AddSingleton<AskedStore>()
        .AddSingleton<WordPurge>()
        .AddSingleton<Enrichment>()
        .AddHostedService<EnrichmentWorker>();
}
