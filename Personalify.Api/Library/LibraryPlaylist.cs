using System.Text.Json;
using Npgsql;

namespace Personalify.Api.Library;

[GraphQLDescription("A playlist that the listener owns or follows, as Spotify says.")]
public sealed record LibraryPlaylist
{
    [GraphQLIgnore]
    public required int UserId { get; init; }

    [GraphQLIgnore]
    public required int Place { get; init; }

    [GraphQLDescription("Spotify's id.")]
    public required string SpotifyId { get; init; }

    [GraphQLDescription("As its owner calls it; it may be empty.")]
    public required string Name { get; init; }

    [GraphQLDescription("What its owner says of it, or null.")]
    public string? Description { get; init; }

    [GraphQLDescription("Who owns it, or null where Spotify does not say.")]
    public string? OwnerName { get; init; }

    [GraphQLDescription("Whether it is the listener's own.")]
    public bool IsOwn { get; init; }

    [GraphQLDescription("Whether several people edit it.")]
    public bool IsCollaborative { get; init; }

    [GraphQLDescription("Whether it stands in its owner's profile; null where Spotify does not say.")]
    public bool? IsPublic { get; init; }

    [GraphQLDescription("How many entries it has by Spotify's count; null where Spotify does not say.")]
    public int? Total { get; init; }

    [GraphQLDescription("The address of its picture at Spotify, or null. Such addresses end within a day.")]
    public string? ImageUrl { get; init; }

    [GraphQLDescription("Whether its entries are kept, and if not, why.")]
    public PlaylistItemsState ItemsState { get; init; }

    [GraphQLIgnore]
    public int ItemsKept { get; init; }

    [GraphQLDescription("How many entries lie beyond what this server keeps of a playlist.")]
    public int ItemsLeftOut { get; init; }

    [GraphQLDescription("When its entries were last read, UTC; null before. They are read again only after they changed.")]
    public DateTimeOffset? ItemsSyncedAt { get; init; }

    [GraphQLDescription("Its page at Spotify.")]
    public string Url => SpotifyLink.Of("playlist", SpotifyId)!;

    /// <summary>Of a row with <see cref="PlaylistSql.Columns"/>.</summary>
    internal static LibraryPlaylist Read(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        Place = row.GetInt32(1),
        SpotifyId = row.GetString(2),
        Name = row.GetString(3),
        Description = row.TextOrNull(4),
        OwnerName = row.TextOrNull(5),
        IsOwn = row.GetBoolean(6),
        IsCollaborative = row.GetBoolean(7),
        IsPublic = row.IsDBNull(8) ? null : row.GetBoolean(8),
        Total = row.NumberOrNull(9),
        ImageUrl = row.TextOrNull(10),
        ItemsState = PlaylistItemsStates.Read(row.GetString(11)),
        ItemsKept = row.GetInt32(12),
        ItemsLeftOut = row.GetInt32(13),
        ItemsSyncedAt = row.TimeOrNull(14),
    };
}

[GraphQLDescription("Whether the entries of a playlist are kept, and if not, why.")]
public enum PlaylistItemsState
{
    [GraphQLDescription("They are kept as of the playlist's last change.")]
    Kept,

    [GraphQLDescription("They have not been read yet; a synchronization goes on with them.")]
    NotYet,

    [GraphQLDescription("The playlist is another person's. Spotify gives its entries only to who owns or edits it.")]
    NotYours,

    [GraphQLDescription("Spotify refuses them although the listener owns or edits the playlist.")]
    Hidden,
}

internal static class PlaylistItemsStates
{
    public static string Key(this PlaylistItemsState state) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(state.ToString());

    public static PlaylistItemsState Read(string key) => Enum.GetValues<PlaylistItemsState>().First(state => state.Key() == key);
}
