using Personalify.Api.Access.Connections;

namespace Personalify.Api.Library;

[GraphQLDescription("What the listener has saved and follows at Spotify, as of the last synchronization. All of it is what Spotify says.")]
public sealed record Library
{
    [GraphQLIgnore]
    public required int UserId { get; init; }

    [GraphQLIgnore]
    public SpotifyConnection? Connection { get; init; }

    [GraphQLDescription("Whether the listener is connected with Spotify now, so that the lists are brought up to date.")]
    public bool IsConnected => Connection is not null;
}

[GraphQLDescription("How much of a list is kept, and since when.")]
public sealed record LibraryList
{
    [GraphQLDescription("Which list it is.")]
    public required LibraryKind Kind { get; init; }

    [GraphQLDescription("How many entries are kept.")]
    public int Entries { get; init; }

    [GraphQLDescription("How many older entries were left out, because this server keeps only so many of a list.")]
    public int LeftOut { get; init; }

    [GraphQLDescription("When the list was last read completely, UTC; null when it never was, which is not the same as empty.")]
    public DateTimeOffset? SyncedAt { get; init; }

    [GraphQLDescription("What the listener would have to grant Spotify's app for the list to be read; empty without a connection.")]
    public IReadOnlyList<string> MissingScopes { get; init; } = [];
}
