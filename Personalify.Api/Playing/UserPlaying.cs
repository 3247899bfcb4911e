using Personalify.Api.Access;
using Personalify.Api.Users;

namespace Personalify.Api.Playing;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserPlaying
{
    [GraphQLDescription("What the listener is playing at Spotify, at most half a minute old; null when nothing plays, in a private "
        + "session, and without a connection.")]
    public static async Task<NowPlaying?> GetNowPlayingAsync(
        [Parent] User user, PlayingAccess access, PlayingReader reader, CancellationToken cancellationToken) =>
        await access.IsConnectedAsync(user.Id, cancellationToken) ? (await reader.ReadAsync(user.Id, cancellationToken)).Playing : null;

    [GraphQLDescription("Why it is not known what the listener is playing, as a sentence; null while Spotify answers, and without a "
        + "connection.")]
    public static async Task<string?> GetNowPlayingProblemAsync(
        [Parent] User user, PlayingAccess access, PlayingReader reader, CancellationToken cancellationToken) =>
        await access.IsConnectedAsync(user.Id, cancellationToken) ? (await reader.ReadAsync(user.Id, cancellationToken)).Problem : null;
}
