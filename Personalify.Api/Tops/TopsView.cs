using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>Lists as the history keeps them, made into what clients see.</summary>
internal static class TopsView
{
    /// <param name="userId">Of the listener.</param>
    /// <param name="runId">That brought the lists.</param>
    /// <param name="syncedAt">When it did.</param>
    /// <param name="lists">Of the run.</param>
    /// <param name="before">Of the run before; null where there is none, or it is not kept any more.</param>
    public static Tops Of(int userId, Guid runId, DateTimeOffset syncedAt, TopLists lists, TopLists? before) => new()
    {
        UserId = userId,
        RunId = runId,
        SyncedAt = syncedAt,
        ArtistsSource = new(runId, syncedAt, IsWhole: true),
        TracksSource = new(runId, syncedAt, IsWhole: true),
        TimeRange = lists.TimeRange,
        Artists = Entries(TopKind.Artist, lists.Artists, RanksOf(before?.Artists)),
        Tracks = Entries(TopKind.Track, lists.Tracks, RanksOf(before?.Tracks)),
        Genres = lists.Genres is { } genres ? Of(genres) : null,
    };

    public static List<GenreEntry> Of(IEnumerable<TopGenre> genres) =>
        [.. genres.Select(genre => new GenreEntry(genre.Rank, genre.Name, genre.Artists))];

    /// <param name="kind">Of the entries.</param>
    /// <param name="items">The best first.</param>
    /// <param name="ranks">Where each stood before, by Spotify's id; null where there are no lists before.</param>
    public static List<TopEntry> Entries(TopKind kind, IReadOnlyList<TopItem> items, Dictionary<string, int>? ranks) =>
        [.. items.Select(item => new TopEntry
        {
            Rank = item.Rank,
            Movement = ranks is null ? null : TopMovement.Of(item.Rank, ranks.TryGetValue(item.SpotifyId, out var rank) ? rank : null),
            Kind = kind,
            SpotifyId = item.SpotifyId,
            Name = item.Name,
            ImageUrl = item.ImageUrl,
            ArtistNames = item.ArtistNames,
            AlbumName = item.AlbumName,
        })];

    private static Dictionary<string, int>? RanksOf(IReadOnlyList<TopItem>? before) =>
        before?.DistinctBy(item => item.SpotifyId).ToDictionary(item => item.SpotifyId, item => item.Rank);
}
