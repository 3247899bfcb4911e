using Personalify.Benchmarks.Music.Stores;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Transport;

namespace Personalify.Benchmarks.Music.Schema;

/// <summary>Registers the schema as any application would.</summary>
internal static class MusicModule
{
    public static void AddMusicSchema(this IServiceCollection services, MusicCache cache, MusicStore store, KnownTrack[] known)
    {
        services.AddSingleton(cache).AddSingleton(store).AddSingleton(new KnownTracks(known))
            .AddDataLoader<StatementDataLoader>().AddDataLoader<TrackByIdDataLoader>().AddDataLoader<AlbumByIdDataLoader>()
            .AddDataLoader<ArtistByIdDataLoader>().AddDataLoader<ArtistsByTrackIdDataLoader>()
            .AddDataLoader<CachedTopDataLoader>().AddDataLoader<CachedTrackByIdDataLoader>().AddDataLoader<CachedAlbumByIdDataLoader>()
            .AddDataLoader<CachedArtistByIdDataLoader>();
        services.AddGraphQLServer(options => options.BananaCakePop.Enable = false).AddTypes();
    }

    public static void MapMusicSchema(this WebApplication app)
    {
        app.MapGraphQL();
        app.MapGet("/counters", context => context.Response.WriteAsJsonAsync(Counters.Read()));
    }
}

/// <summary>The tracks that lie in memory.</summary>
internal sealed class KnownTracks(KnownTrack[] all)
{
    public IReadOnlyList<KnownTrack> First(int count) => count == all.Length ? all : all[..count];
}
