using System.Diagnostics.CodeAnalysis;
using Personalify.Api.Spotify.Budgets;

namespace Personalify.Api.Spotify;

/// <summary>Settings below <c>Spotify</c>. Without a client id nothing is ever asked of Spotify in the name of this server.</summary>
public sealed class SpotifyOptions
{
    public const string Section = "Spotify";

    public const string DefaultAccountsUrl = "https://accounts.spotify.com/";

    public const string DefaultApiUrl = "https://api.spotify.com/v1/";

    /// <summary>The app that the operator registered in Spotify's Developer Dashboard. Spotify lets five listeners use one.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's secret, where it is to be used; sign-in works without.</summary>
    public string ClientSecret { get; set; } = "";

    public string AccountsUrl { get; set; } = DefaultAccountsUrl;

    public string ApiUrl { get; set; } = DefaultApiUrl;

    /// <summary>
    /// Where Spotify sends browsers back to, exactly as it is registered. Empty: where the Web is looked at, with
    /// <see cref="Access.Connections.RedirectRules.CallbackPath"/>.
    /// </summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "Spotify compares it letter by letter.")]
    public string RedirectUrl { get; set; } = "";

    /// <summary>
    /// Whether who signs in with Spotify and has no account here gets one. The list of the app's users says who that can be.
    /// </summary>
    public bool NewAccounts { get; set; } = true;

    /// <summary>Whether the addresses lead to an invented Spotify, so that pages say so wherever they show what came from there.</summary>
    public bool IsDemo { get; set; }

    /// <summary>How long one try may take, its body included.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may take with all its tries and pauses.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How often a call that Spotify's side failed is tried again.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The pause before the first further try; it doubles with each.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest <c>Retry-After</c> that a call waits for. Spotify's quota asks for a day, which a call never waits.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer that is read, in bytes.</summary>
    public int MaxBodyBytes { get; set; } = 16 << 20;

    /// <summary>How fast and how much is asked.</summary>
    public BudgetOptions Budgets { get; } = new();

    /// <summary>Whether Spotify is asked, little by little, to describe what connected listeners hear.</summary>
    public bool EnrichesCatalogue { get; set; } = true;

    public bool IsConfigured => ClientId.Length > 0;

    /// <summary>The app of this server, if one is set.</summary>
    public SpotifyApp? App => IsConfigured ? new SpotifyApp(ClientId, ClientSecret.Length > 0 ? ClientSecret : null) : null;

    /// <summary>The address below which all of the Web API lies, ending in a slash.</summary>
    public Uri ApiRoot => RootOf(ApiUrl);

    public Uri AccountsRoot => RootOf(AccountsUrl);

    private static Uri RootOf(string address) => new(address.EndsWith('/') ? address : address + "/", UriKind.Absolute);
}
