namespace Personalify.FakeSpotify.Api;

/// <summary>
/// Requests of a day by groups of endpoints. Spotify publishes neither groups nor numbers; these groups are those that others measured.
/// </summary>
public sealed class QuotaBuckets(FakeSpotifyOptions options, TimeProvider clock)
{
    public const string Catalogue = "catalogue";
    public const string ArtistAlbums = "artist-albums";
    public const string Playlists = "playlists";
    public const string Player = "player";
    public const string Library = "library";
    public const string Search = "search";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTimeOffset Since, int Count)> _used = new(StringComparer.Ordinal);

    public static string BucketOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [_, "artists", _, "albums"] => ArtistAlbums,
        [_, "artists" or "albums" or "tracks" or "shows" or "episodes", ..] => Catalogue,
        [_, "playlists", ..] or [_, "me", "playlists"] => Playlists,
        [_, "me", "player", ..] => Player,
        [_, "search"] => Search,
        _ => Library,
    };

    /// <summary>Null: the request counts and is answered. Otherwise, how long the day still lasts.</summary>
    internal TimeSpan? Take(string path)
    {
        var bucket = BucketOf(path);
        if (!options.DailyQuota.TryGetValue(bucket, out var limit)) return null;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var (since, count) = _used.TryGetValue(bucket, out var used) && now - used.Since < TimeSpan.FromDays(1) ? used : (now, 0);
            _used[bucket] = (since, count + 1);
            return count < limit ? null : since.AddDays(1) - now;
        }
    }
}
