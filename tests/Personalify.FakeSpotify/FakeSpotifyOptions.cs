namespace Personalify.FakeSpotify;

/// <summary>How the fake behaves. All of it may be changed while it runs; as a program it reads <c>FakeSpotify__…</c>.</summary>
public sealed class FakeSpotifyOptions
{
    public const string DefaultClientId = "fake00client00id00of00no00service";

    public string ClientId { get; set; } = DefaultClientId;

    /// <summary>Null: the app has none, and PKCE proves who it is.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The registered addresses. None: any that Spotify's rules allow.</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>Whether a refresh gives a new refresh token and revokes the old one (as until 2026), or leaves it out (as since).</summary>
    public bool RotatesRefreshTokens { get; set; }

    /// <summary>Whether the owner of the app has Premium; without, every call is forbidden while tokens are still given.</summary>
    public bool OwnerHasPremium { get; set; } = true;

    /// <summary>Whether that is said as text instead of JSON; both have been seen.</summary>
    public bool ForbidsAsText { get; set; }

    /// <summary>
    /// Whether answers have the fields that apps of Development Mode lost in 2026 (popularity, followers, genres, tracks for items).
    /// </summary>
    public bool HasOldFields { get; set; }

    /// <summary>How many invented people there are beyond the six, called <c>listener6</c> and so on, all on the app's list.</summary>
    public int MoreListeners { get; set; }

    /// <summary>How many requests a day each group of endpoints takes (<see cref="QuotaBuckets"/>). None: any number.</summary>
    public IDictionary<string, int> DailyQuota { get; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
