using Personalify.DevStack;
using Personalify.FakeSpotify;

namespace Personalify.Benchmarks;

/// <summary>
/// Spotify's top lists and synchronizations, against the fake Spotify: the published Api answers from Redis beside a bare endpoint that
/// does one GET through the same client and writes the same bytes; with Redis stopped and frozen; and how many requests Spotify gets.
/// <c>SPOTIFY_ONLY=requests,serving,outages</c> leaves parts out.
/// </summary>
internal sealed class SpotifyMeasure : IMeasure
{
    /// <summary>What a client asks for one time range.</summary>
    public const string Query =
        "{ me { tops(timeRange: SHORT_TERM) { syncedAt artists { rank name imageUrl url } tracks { rank name imageUrl url artistNames } } } }";

    /// <summary>A list that one page of Spotify's holds.</summary>
    public const string ArtistsQuery = "{ me { tops(timeRange: LONG_TERM, first: 50) { syncedAt artists { rank name imageUrl url } } } }";

    /// <summary>
    /// Of requests a second, in the place of the two that an instance allows itself: the same paths in less time. What is counted does not
    /// change with it.
    /// </summary>
    public const int Pace = 200;

    public string Name => "spotify";

    public string Description => "top lists from Redis against a bare endpoint, with Redis away, and requests to Spotify";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var keys = await TemporaryFolder.CreateAsync("personalify-bench-");
        await using var spotify = await FakeSpotifyServer.StartAsync(new FakeSpotifyOptions { MoreListeners = SpotifyRequests.Listeners });
        await using var api = await ApiUnderTest.StartAsync(cancellationToken, settings: Settings(spotify, keys));
        var listeners = new SpotifyListeners(api.Source, spotify, keys);
        await using (var me = api.Source.CreateCommand("SELECT id FROM users WHERE name = 'listener'"))
            await listeners.ConnectAsync((int)(await me.ExecuteScalarAsync(cancellationToken))!, "ada", cancellationToken);
        List<Figure> figures = [];
        if (IsAsked("requests")) figures.AddRange(await new SpotifyRequests(api, spotify, listeners).RunAsync(cancellationToken));
        if (IsAsked("serving")) figures.AddRange(await new SpotifyServing(api).RunAsync(progress, cancellationToken));
        if (IsAsked("outages")) figures.AddRange(await new SpotifyOutages(api).RunAsync(progress, cancellationToken));
        return figures;
    }

    private static Dictionary<string, string?> Settings(FakeSpotifyServer spotify, string keys) => new()
    {
        ["Spotify__ClientId"] = spotify.Options.ClientId,
        ["Spotify__AccountsUrl"] = spotify.Url.ToString(),
        ["Spotify__ApiUrl"] = spotify.ApiUrl.ToString(),
        ["Spotify__Budgets__RequestsPerSecond"] = $"{Pace}",
        ["DataProtection__KeysPath"] = keys,
        ["Sync__Schedule"] = "false",
        ["Spotify__EnrichesCatalogue"] = "false",
    };

    private static bool IsAsked(string part) =>
        Environment.GetEnvironmentVariable("SPOTIFY_ONLY") is not { Length: > 0 } text || text.Split(',').Contains(part,
            StringComparer.Ordinal);
}
