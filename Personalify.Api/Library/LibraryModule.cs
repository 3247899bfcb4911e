using Personalify.Api.Access.Connections;
using Personalify.Api.Sync;

namespace Personalify.Api.Library;

/// <summary>What listeners have saved and follow at Spotify: the parts of a synchronization that read it, and what is kept of it.</summary>
public static class LibraryModule
{
    public static IServiceCollection AddLibrary(this IServiceCollection services)
    {
        services.AddOptions<LibraryOptions>().BindConfiguration(LibraryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<LibraryStore>().AddSingleton<PlaylistStore>().AddSingleton<ISpotifyData, LibraryData>()
            .AddSingleton<ISyncPart, SavedTracksPart>()
            .AddSingleton<ISyncPart, SavedAlbumsPart>()
            .AddSingleton<ISyncPart, PlaylistsPart>()
            .AddSingleton<ISyncPart, FollowedArtistsPart>()
            .AddSingleton<ISyncPart, SavedShowsPart>()
            .AddSingleton<ISyncPart, SavedEpisodesPart>()
            .AddSingleton<ISyncPart, SavedAudiobooksPart>();
    }
}
