using System.Globalization;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

public sealed record ArtistWord(string Url, IReadOnlyList<string>? Genres);

public sealed record AlbumWord(string Url, string? ReleaseDate, string? ReleaseDatePrecision, int? TotalTracks);

public sealed record TrackWord(string Url, int? DurationMs, string? Isrc, string? ReleaseDate, string? ReleaseDatePrecision);

/// <summary>What Spotify says of an artist, an album or a track, marked as Spotify's.</summary>
/// <param name="Url">Where it is at Spotify.</param>
/// <param name="Facts">What is told, with its name before it.</param>
public sealed record PlaceWord(string Url, IReadOnlyList<(string Name, string Value)> Facts)
{
    private static readonly Texts Text = Texts.Of(typeof(PlaceWord));

    public static PlaceWord? Of(ArtistWord? word) => word is null ? null : new PlaceWord(word.Url, [(Text["Genres"], Genres(word.Genres))]);

    public static PlaceWord? Of(AlbumWord? word) => word is null ? null : new PlaceWord(word.Url,
    [
        .. Fact(Text["Released"], Date(word.ReleaseDate, word.ReleaseDatePrecision)),
        .. Fact(Text["Tracks on it"], word.TotalTracks is { } tracks ? Format.Number(tracks) : null),
    ]);

    public static PlaceWord? Of(TrackWord? word) => word is null ? null : new PlaceWord(word.Url,
    [
        .. Fact(Text["Length"], word.DurationMs is { } ms ? Length(ms) : null),
        .. Fact(Text["Released"], Date(word.ReleaseDate, word.ReleaseDatePrecision)),
        .. Fact("ISRC", word.Isrc),
    ]);

    private static IEnumerable<(string Name, string Value)> Fact(string name, string? value) => value is null ? [] : [(name, value)];

    private static string Genres(IReadOnlyList<string>? genres) => genres switch
    {
        null => Text["Spotify no longer supplies genres to new apps"],
        [] => Text["none named"],
        _ => string.Join(", ", genres),
    };

    private static string Length(int milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        return time.ToString(time.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A day in words; a month or a year as Spotify writes it, because it says no more.</summary>
    private static string? Date(string? date, string? precision) =>
        precision == "day" && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Format.Day(day)
            : date;
}
