namespace Personalify.Api.Spotify.Budgets;

/// <summary>
/// Settings below <c>Spotify:Budgets</c>: how fast and how much one client id asks. Spotify publishes no limits; the days' numbers stay
/// below those at which others were refused.
/// </summary>
public sealed class BudgetOptions
{
    private const int Unmeasured = 10_000;

    /// <summary>Requests a second over time.</summary>
    public double RequestsPerSecond { get; set; } = 2;

    /// <summary>Requests that may come at once after a pause.</summary>
    public int Burst { get; set; } = 10;

    /// <summary>Requests that wait for their answers at once.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>Requests that wait for their turn; a further one is refused.</summary>
    public int MaxWaiting { get; set; } = 1_000;

    /// <summary>How long one waits for its turn.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The share of a day's budget that work in the background may use; the rest is kept for what listeners wait for.</summary>
    public double BackgroundShare { get; set; } = 0.8;

    /// <summary>Requests of a day (UTC) for each group, such as <c>Spotify:Budgets:Daily:CatalogueTracks</c>.</summary>
    public IDictionary<QuotaGroup, int> Daily { get; } = new Dictionary<QuotaGroup, int>
    {
        [QuotaGroup.CatalogueTracks] = 450,
        [QuotaGroup.CatalogueArtists] = 450,
        [QuotaGroup.CatalogueAlbums] = 450,
        [QuotaGroup.CatalogueShows] = 450,
        [QuotaGroup.ArtistAlbums] = 80,
        [QuotaGroup.Playlists] = 1_500,
        [QuotaGroup.Player] = Unmeasured,
        [QuotaGroup.Library] = Unmeasured,
        [QuotaGroup.Follow] = Unmeasured,
        [QuotaGroup.Tops] = Unmeasured,
        [QuotaGroup.Profile] = Unmeasured,
        [QuotaGroup.Search] = 450,
        [QuotaGroup.Other] = 450,
    };

    /// <summary>How many requests of a day a caller may make.</summary>
    public int LimitOf(QuotaGroup group, bool isBackground) =>
        isBackground ? (int)(Daily[group] * BackgroundShare) : Daily[group];

    internal IEnumerable<string> Failures()
    {
        if (RequestsPerSecond is not (> 0 and <= 10_000))
            yield return "Spotify:Budgets:RequestsPerSecond is more than 0 and at most 10000.";
        if (Burst is < 1 or > 10_000) yield return $"Spotify:Budgets:Burst is {Burst}; it is 1 to 10000.";
        if (Concurrency is < 1 or > 64) yield return $"Spotify:Budgets:Concurrency is {Concurrency}; it is 1 to 64.";
        if (MaxWaiting is < 1 or > 100_000) yield return $"Spotify:Budgets:MaxWaiting is {MaxWaiting}; it is 1 to 100000.";
        if (MaxWait < TimeSpan.Zero || MaxWait > TimeSpan.FromHours(1)) yield return "Spotify:Budgets:MaxWait is 0 to 01:00:00.";
        if (BackgroundShare is not (>= 0 and <= 1)) yield return "Spotify:Budgets:BackgroundShare is 0 to 1.";
        foreach (var (group, limit) in Daily.Where(pair => pair.Value < 0))
            yield return $"Spotify:Budgets:Daily:{group} is {limit}; it is at least 0.";
    }
}
