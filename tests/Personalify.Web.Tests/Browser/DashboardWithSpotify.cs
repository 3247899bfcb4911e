using Microsoft.Extensions.Time.Testing;
using Personalify.FakeSpotify;

namespace Personalify.Web.Tests.Browser;

/// <summary>The Api goes to a fake Spotify as <c>make run</c> has it go to the demo. Spotify's lists move by a clock of its own.</summary>
public class DashboardWithSpotify : Dashboard
{
    private FakeSpotifyServer? _spotify;

    public FakeSpotifyServer Spotify => _spotify!;

    /// <summary>A month behind, so that a test can let one go by without plays that are yet to come.</summary>
    public FakeTimeProvider SpotifyTime { get; } = new(TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(31));

    protected override IReadOnlyDictionary<string, string> ApiSettings => new Dictionary<string, string>
    {
        ["Spotify__ClientId"] = Spotify.Options.ClientId,
        ["Spotify__AccountsUrl"] = Spotify.Url.ToString(),
        ["Spotify__ApiUrl"] = Spotify.ApiUrl.ToString(),
        ["Spotify__IsDemo"] = "true",
        ["Spotify__Budgets__RequestsPerSecond"] = "5",
        ["Sync__Schedule"] = "false",
    };

    protected override async Task<Uri> StartApiAsync()
    {
        _spotify = Keep(await FakeSpotifyServer.StartAsync(clock: SpotifyTime));
        return await base.StartApiAsync();
    }
}
