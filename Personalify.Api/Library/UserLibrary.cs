using Personalify.Api.Access;
using Personalify.Api.Access.Connections;
using Personalify.Api.Users;

namespace Personalify.Api.Library;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserLibrary
{
    [GraphQLDescription("What the listener has saved and follows at Spotify. Its lists are empty until they have been synchronized.")]
    public static async Task<Library> GetLibraryAsync(
        [Parent] User user, SpotifyConnectionStore connections, CancellationToken cancellationToken) =>
        new() { UserId = user.Id, Connection = await connections.FindAsync(user.Id, cancellationToken) };
}
