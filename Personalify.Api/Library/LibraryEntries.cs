using Npgsql;

namespace Personalify.Api.Library;

[GraphQLDescription("A track that the listener has saved, as Spotify says.")]
public sealed class LibraryTrack(NpgsqlDataReader row) : LibraryEntry(row)
{
    [GraphQLDescription("Who plays it, in Spotify's order.")]
    public IReadOnlyList<string> Artists => ByNames;

    [GraphQLDescription("The name of the album it is on, or null.")]
    public string? AlbumName { get; } = row.TextOrNull(6);

    [GraphQLDescription("When the listener saved it, UTC.")]
    public DateTimeOffset? AddedAt { get; } = row.TimeOrNull(8);

    [GraphQLDescription("How long it is, in milliseconds.")]
    public int? DurationMs { get; } = row.NumberOrNull(9);

    [GraphQLDescription("When its album came out: a year, a month or a day.")]
    public string? ReleaseDate { get; } = row.TextOrNull(11);

    private protected override string Type => "track";
}

[GraphQLDescription("An album that the listener has saved, as Spotify says.")]
public sealed class LibraryAlbum(NpgsqlDataReader row) : LibraryEntry(row)
{
    [GraphQLDescription("Whose it is, in Spotify's order.")]
    public IReadOnlyList<string> Artists => ByNames;

    [GraphQLDescription("When the listener saved it, UTC.")]
    public DateTimeOffset? AddedAt { get; } = row.TimeOrNull(8);

    [GraphQLDescription("How many tracks it has.")]
    public int? TotalTracks { get; } = row.NumberOrNull(10);

    [GraphQLDescription("When it came out: a year, a month or a day.")]
    public string? ReleaseDate { get; } = row.TextOrNull(11);

    private protected override string Type => "album";
}

[GraphQLDescription("An artist whom the listener follows, as Spotify says. Spotify does not tell since when.")]
public sealed class LibraryArtist(NpgsqlDataReader row) : LibraryEntry(row)
{
    private protected override string Type => "artist";
}

[GraphQLDescription("A podcast that the listener has saved, as Spotify says.")]
public sealed class LibraryShow(NpgsqlDataReader row) : LibraryEntry(row)
{
    [GraphQLDescription("Who makes it; null for apps to which Spotify does not tell it.")]
    public string? Publisher => ByNames.Count > 0 ? ByNames[0] : null;

    [GraphQLDescription("When the listener saved it, UTC.")]
    public DateTimeOffset? AddedAt { get; } = row.TimeOrNull(8);

    [GraphQLDescription("How many episodes it has.")]
    public int? TotalEpisodes { get; } = row.NumberOrNull(10);

    private protected override string Type => "show";
}

[GraphQLDescription("An episode of a podcast that the listener has saved, as Spotify says.")]
public sealed class LibraryEpisode(NpgsqlDataReader row) : LibraryEntry(row)
{
    [GraphQLDescription("The podcast it belongs to, or null.")]
    public string? ShowName { get; } = row.TextOrNull(6);

    [GraphQLDescription("When the listener saved it, UTC.")]
    public DateTimeOffset? AddedAt { get; } = row.TimeOrNull(8);

    [GraphQLDescription("How long it is, in milliseconds.")]
    public int? DurationMs { get; } = row.NumberOrNull(9);

    [GraphQLDescription("When it came out: a year, a month or a day.")]
    public string? ReleaseDate { get; } = row.TextOrNull(11);

    private protected override string Type => "episode";
}

[GraphQLDescription("An audiobook that the listener has saved, as Spotify says. Spotify does not tell when it was saved.")]
public sealed class LibraryAudiobook(NpgsqlDataReader row) : LibraryEntry(row)
{
    [GraphQLDescription("Who wrote it.")]
    public IReadOnlyList<string> Authors => ByNames;

    [GraphQLDescription("How many chapters it has.")]
    public int? TotalChapters { get; } = row.NumberOrNull(10);

    private protected override string Type => "audiobook";
}
