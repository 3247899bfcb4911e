using System.Globalization;

namespace Personalify.Api.Spotify;

/// <summary>
/// Every path of Spotify's that is ever asked for, below <see cref="SpotifyOptions.ApiUrl"/> or <see cref="SpotifyOptions.AccountsUrl"/>.
/// </summary>
internal static class SpotifyUrls
{
    /// <summary>As many as one page may have.</summary>
    public const int MaxLimit = 50;

    /// <summary>As many of an artist's albums as one page may have.</summary>
    public const int MaxArtistAlbumsLimit = 10;

    // Without it, podcasts that are playing are left out.
    private const string AllItems = "additional_types=track,episode";

    public static string Authorize(string query) => $"authorize?{query}";

    public static string Token() => "api/token";

    public static string Me() => "me";

    public static string TopArtists(TimeRange range, int limit, int offset) =>
        $"me/top/artists?time_range={NameOf(range)}&{Page(limit, offset)}";

    public static string TopTracks(TimeRange range, int limit, int offset) =>
        $"me/top/tracks?time_range={NameOf(range)}&{Page(limit, offset)}";

    /// <summary>Both times are excluded; at most one of them may be given.</summary>
    public static string RecentlyPlayed(int limit, DateTimeOffset? after, DateTimeOffset? before)
    {
        if (after is not null && before is not null) throw new ArgumentException("Spotify takes either time, not both.", nameof(before));
        var cursor = after is { } from ? $"&after={Milliseconds(from)}" : before is { } to ? $"&before={Milliseconds(to)}" : "";
        return $"me/player/recently-played?{Limit(limit)}{cursor}";
    }

    public static string CurrentlyPlaying() => $"me/player/currently-playing?{AllItems}";

    public static string CurrentPlayback() => $"me/player?{AllItems}";

    public static string SavedTracks(int limit, int offset) => $"me/tracks?{Page(limit, offset)}";

    public static string SavedAlbums(int limit, int offset) => $"me/albums?{Page(limit, offset)}";

    public static string SavedShows(int limit, int offset) => $"me/shows?{Page(limit, offset)}";

    public static string SavedEpisodes(int limit, int offset) => $"me/episodes?{Page(limit, offset)}";

    public static string SavedAudiobooks(int limit, int offset) => $"me/audiobooks?{Page(limit, offset)}";

    public static string Playlists(int limit, int offset) => $"me/playlists?{Page(limit, offset)}";

    public static string Playlist(string id) => $"playlists/{Id(id)}?{AllItems}";

    public static string PlaylistItems(string id, int limit, int offset) => $"playlists/{Id(id)}/items?{AllItems}&{Page(limit, offset)}";

    public static string FollowedArtists(int limit, string? after) =>
        $"me/following?type=artist&{Limit(limit)}{(after is null ? "" : $"&after={Id(after)}")}";

    public static string Artist(string id) => $"artists/{Id(id)}";

    public static string ArtistAlbums(string id, int limit, int offset) =>
        $"artists/{Id(id)}/albums?{Page(Bounded(limit, MaxArtistAlbumsLimit), offset)}";

    public static string Album(string id) => $"albums/{Id(id)}";

    public static string AlbumTracks(string id, int limit, int offset) => $"albums/{Id(id)}/tracks?{Page(limit, offset)}";

    public static string Track(string id) => $"tracks/{Id(id)}";

    public static string Show(string id) => $"shows/{Id(id)}";

    public static string Episode(string id) => $"episodes/{Id(id)}";

    private static string NameOf(TimeRange range) => range switch
    {
        TimeRange.ShortTerm => "short_term",
        TimeRange.MediumTerm => "medium_term",
        TimeRange.LongTerm => "long_term",
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, "Spotify knows a short, a medium and a long term."),
    };

    private static string Page(int limit, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return string.Create(CultureInfo.InvariantCulture, $"{Limit(limit)}&offset={offset}");
    }

    private static string Limit(int limit) => string.Create(CultureInfo.InvariantCulture, $"limit={Bounded(limit, MaxLimit)}");

    private static int Bounded(int limit, int most) => limit >= 1 && limit <= most
        ? limit
        : throw new ArgumentOutOfRangeException(nameof(limit), limit, $"A page of Spotify's has 1 to {most} entries here.");

    private static string Id(string id) => id.Length is > 0 and <= 128
        ? Uri.EscapeDataString(id)
        : throw new ArgumentException("An id of Spotify's has 1 to 128 characters.", nameof(id));

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
