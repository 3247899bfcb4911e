using System.Text;

namespace Personalify.Api.Sync.History;

/// <summary>
/// What a document may hold, so that none comes near MongoDB's 16 MB, and text that both stores take: PostgreSQL's JSON knows no NUL, and
/// neither store half a character. Times are whole milliseconds, as MongoDB has them, so that a run reads the same from both.
/// </summary>
public static class SyncHistoryBounds
{
    /// <summary>Of one list. Spotify gives 99 at most.</summary>
    public const int MaxItems = 100;

    /// <summary>In UTF-16 units.</summary>
    public const int MaxText = 400;

    public const int MaxArtistNames = 10;

    public const int MaxParts = 32;

    private const int TimeRanges = 3;

    public static SyncRun Bounded(SyncRun run) => run with
    {
        SpotifyId = Clean(run.SpotifyId),
        StartedAt = Milliseconds(run.StartedAt),
        FinishedAt = Milliseconds(run.FinishedAt),
        Parts = [.. run.Parts.Take(MaxParts).Select(part => part with { Message = CleanOrNull(part.Message) })],
        Tops = [.. run.Tops.Take(TimeRanges).Select(Bounded)],
    };

    public static CurrentTops Bounded(CurrentTops tops) => tops with
    {
        SpotifyId = Clean(tops.SpotifyId),
        SyncedAt = Milliseconds(tops.SyncedAt),
        Lists = Bounded(tops.Lists),
    };

    public static TopLists Bounded(TopLists lists) => lists with
    {
        Artists = [.. lists.Artists.Take(MaxItems).Select(Bounded)],
        Tracks = [.. lists.Tracks.Take(MaxItems).Select(Bounded)],
        Genres = lists.Genres is null ? null : [.. lists.Genres.Take(MaxItems).Select(genre => genre with { Name = Clean(genre.Name) })],
    };

    private static TopItem Bounded(TopItem item) => item with
    {
        SpotifyId = Clean(item.SpotifyId),
        Name = Clean(item.Name),
        ImageUrl = item.ImageUrl is { Length: > MaxText } ? null : CleanOrNull(item.ImageUrl),
        ArtistNames = [.. item.ArtistNames.Take(MaxArtistNames).Select(Clean)],
        AlbumName = CleanOrNull(item.AlbumName),
    };

    private static string? CleanOrNull(string? text) => text is null ? null : Clean(text);

    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxText));
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = rune.Value == 0 ? Rune.ReplacementChar : rune;
            if (clean.Length + kept.Utf16SequenceLength > MaxText) break;
            clean.Append(kept.ToString());
        }

        return clean.ToString();
    }

    private static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
