using Personalify.Api.Catalog;
using Personalify.Api.Library;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Playing;

[ObjectType<NowPlaying>]
public static class NowPlayingType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The track of the listener's own history with this id, or null.")]
    public static async Task<Track?> GetTrackAsync(
        [Parent] NowPlaying playing, TrackBySpotifyIdDataLoader tracks, CancellationToken cancellationToken) =>
        playing is { Kind: PlaylistItemKind.Track, SpotifyId: { } id }
            ? await tracks.LoadAsync(new OwnedId(playing.UserId, id), cancellationToken)
            : null;
}
