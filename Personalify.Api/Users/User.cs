using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Users;

/// <summary>Holds nothing that must stay secret: the password's hash is a column that only <see cref="Access"/> reads.</summary>
[Key("id")]
[GraphQLDescription("A person with a listening history on this server.")]
public sealed record User
{
    [ID]
    public int Id { get; init; }

    [GraphQLIgnore]
    public string? SpotifyId { get; init; }

    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public UserRole Role { get; init; }

    [GraphQLDescription("The IANA name of the zone in which days and hours are counted.")]
    public required string TimeZone { get; init; }

    public bool IsDemo { get; init; }

    [GraphQLIgnore]
    public string? ImageUrl { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

public enum UserRole
{
    Listener,
    Administrator,
}
