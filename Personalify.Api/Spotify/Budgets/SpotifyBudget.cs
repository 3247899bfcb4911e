using Microsoft.Extensions.Options;
using Personalify.Api.Access;
using Personalify.Api.Access.Connections;
using Personalify.Api.Users;

namespace Personalify.Api.Spotify.Budgets;

[GraphQLDescription("How much of one group of Spotify's endpoints a client id has used today, by this server's count.")]
public sealed record SpotifyBudget(
    [property: GraphQLDescription("The group.")] QuotaGroup Group,
    [property: GraphQLDescription("Requests since midnight UTC.")] int UsedToday,
    [property: GraphQLDescription("Requests that this server makes in a day at most.")] int Limit,
    [property: GraphQLDescription("Until when Spotify refuses the group; null while it answers.")] DateTimeOffset? BlockedUntil);

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserSpotifyBudgets
{
    [GraphQLDescription(
        "The budgets of the client id that is the user's to look after: the one they brought, or for an administrator the server's. "
        + "Null for everyone else.")]
    public static async Task<IReadOnlyList<SpotifyBudget>?> GetSpotifyBudgetsAsync(
        [Parent] User user, SpotifyBudgets budgets, SpotifyConnectionStore connections, IOptions<SpotifyOptions> options,
        CancellationToken cancellationToken)
    {
        var server = options.Value.ClientId;
        var brought = await connections.FindAsync(user.Id, cancellationToken) is { } connection && connection.ClientId != server
            ? connection.ClientId
            : null;
        var clientId = brought ?? (user.Role == UserRole.Administrator && server.Length > 0 ? server : null);
        return clientId is null ? null : await budgets.ListAsync(clientId, cancellationToken);
    }
}
