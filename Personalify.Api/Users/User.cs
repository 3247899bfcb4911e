using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Users;

/// <summary>Holds nothing that must stay secret: the password's hash is a column that only <see cref="Access"/> reads.</summary>
[Key("id")]
[GraphQLDescription("A person with a listening history on this server.")]
public sealed record User
{
    [ID]
    [GraphQLDescription("Opaque; it stays what it is.")]
    public int Id { get; init; }

    [GraphQLIgnore]
    public string? SpotifyId { get; init; }

    [GraphQLDescription("The name to sign in with.")]
    public required string Name { get; init; }

    [GraphQLDescription("How the person is called.")]
    public required string DisplayName { get; init; }

    [GraphQLDescription("What the account may do.")]
    public UserRole Role { get; init; }

    [GraphQLDescription("The IANA name of the zone in which days and hours are counted.")]
    public required string TimeZone { get; init; }

    [GraphQLDescription("Whether it is the demo account, which everyone may enter and no one may change.")]
    public bool IsDemo { get; init; }

    /// <summary>A column that follows from the hash. Only its owner is told.</summary>
    [GraphQLIgnore]
    public bool HasPassword { get; init; }

    /// <summary>Whether the plays count in the community's figures. Only its owner is told.</summary>
    [GraphQLIgnore]
    public bool IsInCommunity { get; init; }

    [GraphQLIgnore]
    public string? ImageUrl { get; init; }

    [GraphQLDescription("When the account was made, UTC.")]
    public DateTimeOffset CreatedAt { get; init; }
}

[GraphQLDescription("What an account may do.")]
public enum UserRole
{
    [GraphQLDescription("Sees and changes their own data.")]
    Listener,

    [GraphQLDescription("A listener who also sees the accounts of this server and makes new ones; not the data in them.")]
    Administrator,
}
