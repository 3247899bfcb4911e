namespace Personalify.DevStack;

/// <summary>
/// A Spotify with invented listeners and invented music, so that everything that goes there can be tried without an app of one's own. It
/// takes part unless <c>Spotify__ClientId</c> names one.
/// </summary>
internal sealed record DemoSpotify(Uri Address)
{
    public const string Name = "Demo Spotify";
    public const int PreferredPort = 5085;
    private const string ClientIdVariable = "Spotify__ClientId";
    private const string ClientId = "personalify0demo0client";

    public static bool IsLeftOut => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ClientIdVariable));

    /// <summary>What the Api is told: where it is, and that pages must say what it is.</summary>
    public IReadOnlyDictionary<string, string?> ApiEnvironment => new Dictionary<string, string?>
    {
        [ClientIdVariable] = ClientId,
        ["Spotify__ClientSecret"] = "",
        ["Spotify__AccountsUrl"] = Address.ToString(),
        ["Spotify__ApiUrl"] = new Uri(Address, "v1/").ToString(),
        ["Spotify__IsDemo"] = "true",
        // It has no limits, so nothing has to be asked slowly.
        ["Spotify__Budgets__RequestsPerSecond"] = "200",
        ["Spotify__Budgets__Burst"] = "200",
    };

    /// <summary>What the Web is told: where the invented pictures are.</summary>
    public IReadOnlyDictionary<string, string?> WebEnvironment => new Dictionary<string, string?>
    {
        ["Covers__Source"] = new Uri(Address, "image/").ToString(),
    };

    public static AppOptions Options(int port, string logFile) => PublishedApp.Options(
        Name, "Personalify.FakeSpotify", new Uri($"http://127.0.0.1:{port}/"), "", logFile,
        new Dictionary<string, string?> { ["FakeSpotify__ClientId"] = ClientId });
}
