using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Personalify.FakeSpotify;

namespace Personalify.Benchmarks;

/// <summary>
/// Requests that the fake Spotify counts, beside the pages that its lists have: of callers that miss one list together, of a first
/// synchronization, and of many listeners in turn.
/// </summary>
internal sealed class SpotifyRequests(ApiUnderTest api, FakeSpotifyServer spotify, SpotifyListeners listeners)
{
    public const int Listeners = 200;
    private const int Callers = 1_000;
    private const int FirstListener = 6;
    private const int UsualPace = 2;

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        var pages = await new SpotifyPages(spotify, "ada").CountAsync(cancellationToken);
        return [.. await CallersAsync(pages, cancellationToken), .. await FirstSyncAsync(pages, cancellationToken),
            .. await ManyAsync(cancellationToken)];
    }

    private async Task<Figure[]> CallersAsync(SpotifyPages.Counts pages, CancellationToken cancellationToken)
    {
        var another = await api.StartAnotherAsync(new Dictionary<string, string?>(), cancellationToken);
        using var client = new HttpClient { BaseAddress = another.Address };
        client.DefaultRequestHeaders.Authorization = api.Client.DefaultRequestHeaders.Authorization;
        var (oneRequests, oneAnswers) = await TogetherAsync(SpotifyMeasure.ArtistsQuery, client, cancellationToken);
        var (bothRequests, bothAnswers) = await TogetherAsync(SpotifyMeasure.Query, client, cancellationToken);
        await another.StopAsync();
        return
        [
            new($"{Callers:#,0} callers of one missing top list (first: 50), two processes: requests", oneRequests, "requests", 1),
            new($"{Callers:#,0} callers of one missing top list: different answers", oneAnswers, "answers", 1),
            new($"{Callers:#,0} callers of both lists whole, two processes: requests for their {pages.ShortTerm} pages", bothRequests, "requests",
                pages.ShortTerm),
            new($"{Callers:#,0} callers of both lists whole: different answers", bothAnswers, "answers", 1),
        ];
    }

    /// <summary>All callers at once, half of them at each process: requests to Spotify, and how many different answers there were.</summary>
    private async Task<(int Requests, int Answers)> TogetherAsync(string query, HttpClient other, CancellationToken cancellationToken)
    {
        spotify.Requests.Clear();
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(number =>
            AskAsync(number % 2 == 0 ? api.Client : other, query, cancellationToken)));
        return (spotify.Requests.All.Count, answers.Distinct().Count());
    }

    private static async Task<string> AskAsync(HttpClient client, string query, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query }, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        return !answer.Contains("\"errors\"", StringComparison.Ordinal) ? answer : throw new InvalidOperationException(answer);
    }

    private async Task<Figure[]> FirstSyncAsync(SpotifyPages.Counts pages, CancellationToken cancellationToken)
    {
        spotify.Requests.Clear();
        await api.QueryAsync("mutation { syncNow(input: {}) { run { runId } errors { ... on Error { message } } } }", null,
            cancellationToken);
        await WaitAsync("SELECT count(*) FROM sync_jobs WHERE status = 'FINISHED' AND cardinality(wanted) > 1", 1, cancellationToken);
        var requests = spotify.Requests.All;
        return
        [
            new("first synchronization of a listener with 2,000 saved tracks: pages", pages.All, "pages"),
            new("first synchronization: requests", requests.Count, "requests", pages.All) { AtLeast = pages.All },
            new("first synchronization: requests that were refused", requests.Count(request => request.Status != 200), "requests", 0),
        ];
    }

    private async Task<Figure[]> ManyAsync(CancellationToken cancellationToken)
    {
        for (var number = FirstListener; number < FirstListener + Listeners; number++)
            await listeners.AddAsync($"listener{number}", cancellationToken);
        spotify.Requests.Clear();
        var started = Stopwatch.GetTimestamp();
        await QueueAsync(cancellationToken);
        await WaitAsync("SELECT count(*) FROM sync_jobs WHERE status = 'FINISHED' AND trigger = 'SCHEDULE'", Listeners, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        int[] counts = [.. spotify.Requests.All.Where(request =>
            request.Listener != "ada").GroupBy(request => request.Listener).Select(each => each.Count()).Order()];
        var (failed, waits) = (await ReadAsync(Failed, cancellationToken), await ReadAsync(Waits, cancellationToken));
        return
        [
            new($"{Listeners} listeners: requests of one, fewest", counts[0], "requests"),
            new($"{Listeners} listeners: requests of one, median", counts[counts.Length / 2], "requests"),
            new($"{Listeners} listeners: requests of one, most", counts[^1], "requests"),
            new($"{Listeners} listeners: who got nothing", Listeners - counts.Length + failed, "listeners", 0),
            new($"{Listeners} listeners: longest wait for a turn against the median", waits, "×", 2.5),
            new($"{Listeners} listeners: wall time at {SpotifyMeasure.Pace} requests a second", seconds, "s"),
            new($"{Listeners} listeners: wall time against that pace", seconds * SpotifyMeasure.Pace / counts.Sum(), "×"),
            new($"{Listeners} listeners: their requests at the usual pace of {UsualPace} a second", counts.Sum() / (60d * UsualPace), "min"),
        ];
    }

    private const string Failed =
        "SELECT count(*)::float8 FROM sync_jobs WHERE trigger = 'SCHEDULE' AND (cardinality(wanted) > jsonb_array_length(done) OR done::text ~ 'FAILED|SKIPPED')";

    /// <summary>All are queued at once, so in a fair queue the last one waits twice as long as the one in the middle.</summary>
    private const string Waits =
        """
        SELECT extract(epoch FROM max(started_at - requested_at))::float8
            / extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY started_at - requested_at))::float8
        FROM sync_jobs WHERE trigger = 'SCHEDULE'
        """;

    private async Task QueueAsync(CancellationToken cancellationToken)
    {
        await using var queue = api.Source.CreateCommand(
            """
            INSERT INTO sync_jobs (user_id, id, spotify_id, trigger, status, wanted, requested_at)
            SELECT user_id, gen_random_uuid(), spotify_id, 'SCHEDULE', 'QUEUED', ARRAY['TopLists', 'RecentPlays', 'SavedTracks'], now()
            FROM spotify_connections WHERE spotify_id LIKE 'fake-listener%'
            """);
        await queue.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<double> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = api.Source.CreateCommand(sql);
        return (double)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task WaitAsync(string sql, long least, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var command = api.Source.CreateCommand(sql);
            if ((long)(await command.ExecuteScalarAsync(cancellationToken))! >= least) return;
            await Task.Delay(50, cancellationToken);
        }
    }
}

/// <summary>How many pages the lists of a listener have, asked of the fake Spotify itself with one entry a page.</summary>
internal sealed class SpotifyPages(FakeSpotifyServer spotify, string listener)
{
    private const int PageSize = 50;
    private const int MostTops = 99;
    private static readonly string[] Ranges = ["short_term", "medium_term", "long_term"];

    public async Task<Counts> CountAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = spotify.ApiUrl };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", spotify.AccessToken(listener));
        var tops = new List<int>();
        foreach (var range in Ranges) tops.Add(await TopsAsync(client, "artists", range, cancellationToken) + await TopsAsync(client,
            "tracks", range, cancellationToken));
        var library = 1; // the recent plays, of which Spotify keeps one page
        foreach (var list in (string[])["tracks", "albums", "shows", "episodes", "audiobooks", "playlists"])
            library += PagesOf(await TotalAsync(client, $"me/{list}?limit=1", cancellationToken));
        library += PagesOf(spotify.Listener(listener).FollowedArtists.Count);
        var readable = spotify.Listener(listener).Playlists.Where(playlist =>
            playlist.IsCollaborative || playlist.Owner == spotify.Listener(listener).Id);
        library += readable.Where(playlist => playlist.Entries.Count > 0).Sum(playlist => PagesOf(playlist.Entries.Count));
        return new Counts(tops[0], tops.Sum() + library);
    }

    private static async Task<int> TopsAsync(HttpClient client, string what, string range, CancellationToken cancellationToken) =>
        PagesOf(Math.Min(MostTops, await TotalAsync(client, $"me/top/{what}?limit=1&time_range={range}", cancellationToken)));

    private static async Task<int> TotalAsync(HttpClient client, string path, CancellationToken cancellationToken) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancellationToken)).GetProperty("total").GetInt32();

    private static int PagesOf(int entries) => Math.Max(1, (entries + PageSize - 1) / PageSize);

    /// <param name="ShortTerm">Pages of the artists and tracks of one time range.</param>
    /// <param name="All">Pages of everything that a first synchronization reads.</param>
    internal sealed record Counts(int ShortTerm, int All);
}
