using Microsoft.Extensions.Options;
using Personalify.Api.Spotify;

namespace Personalify.Api.Access.Connections;

/// <summary>What a connection says of itself now.</summary>
[ExtendObjectType(typeof(SpotifyConnection))]
public static class ConnectionFields
{
    [GraphQLDescription("Whether Spotify still takes it.")]
    public static ConnectionStatus GetStatus([Parent] SpotifyConnection connection, TimeProvider time) =>
        connection.ExpiresAt <= time.GetUtcNow() ? ConnectionStatus.SignInAgain : connection.Status;

    [GraphQLDescription("Null while it lasts for more than thirty days, and after it has ended.")]
    public static ExpiryWarning? GetExpiryWarning([Parent] SpotifyConnection connection, TimeProvider time) =>
        (connection.ExpiresAt - time.GetUtcNow()).TotalDays switch
        {
            <= 0 => null,
            <= 1 => ExpiryWarning.Day,
            <= 7 => ExpiryWarning.Week,
            <= 30 => ExpiryWarning.Month,
            _ => null,
        };

    [ListSize(AssumedSize = 7)]
    [GraphQLDescription("What is done with it, and whether the listener granted what that needs.")]
    public static IReadOnlyList<SpotifyFeatureGrant> GetFeatures([Parent] SpotifyConnection connection) => SpotifyFeatures.Of(connection);

    [GraphQLDescription("Whether it is one with the demo Spotify, whose listeners and music are invented.")]
    public static bool GetIsDemo([Parent] SpotifyConnection connection, IOptions<SpotifyOptions> options) => options.Value.IsDemo;
}

[GraphQLDescription("How near the end of a connection is.")]
public enum ExpiryWarning
{
    [GraphQLDescription("It ends within thirty days.")]
    Month,

    [GraphQLDescription("It ends within seven days.")]
    Week,

    [GraphQLDescription("It ends within a day.")]
    Day,
}
