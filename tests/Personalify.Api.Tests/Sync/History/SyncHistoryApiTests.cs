using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Sync.History;
using Personalify.Api.Tests.Access;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.History.GivenRuns;

namespace Personalify.Api.Tests.Sync.History;

/// <summary>The history through the schema, kept in PostgreSQL.</summary>
public sealed class SyncHistoryApiTests : IAsyncLifetime
{
    private const int Ada = 1, Ben = 2;
    private const string Compare =
        """
        query($from: ID!, $to: ID!) { me { compare(from: $from, to: $to) { timeRanges { timeRange artists {
          entered { ...C } left { ...C } moved { ...C } kept { ...C } } tracks { kept { ...C } } } } } }
        fragment C on SyncRankChange { fromRank toRank item { name } }
        """;

    private PersonalifyApplication _application = null!;
    private ApiClient _ada = null!, _ben = null!;

    private ISyncHistory History => _application.Services.GetRequiredService<ISyncHistory>();

    public async Task InitializeAsync()
    {
        _application = await PersonalifyApplication.StartAsync();
        _ada = await _application.ConnectAsAsync("ada");
        _ben = await _application.ConnectAsAsync("ben", by: _ada);
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        _ben.Dispose();
        await _application.DisposeAsync();
    }

    [StoreFact]
    public async Task Runs_are_paged_newest_first_in_both_directions()
    {
        foreach (var hour in Enumerable.Range(1, 5)) await History.AppendAsync(hour % 2 == 0 ? Run(Ada, hour, "Nina") : Run(Ada, hour),
            default);
        await History.AppendAsync(Run(Ben, 9), default);

        var (first, page) = await PageAsync("first: 2");
        Assert.Equal(("13 12", 5, true, false), (first, page.GetProperty("totalCount").GetInt32(), Has(page, "hasNextPage"), Has(page,
            "hasPreviousPage")));
        var (second, next) = await PageAsync($"first: 2, after: \"{Cursor(page, "endCursor")}\"");
        Assert.Equal(("11 10", true, true), (second, Has(next, "hasNextPage"), Has(next, "hasPreviousPage")));
        Assert.Equal("13 12", (await PageAsync($"last: 2, before: \"{Cursor(next, "startCursor")}\"")).Hours);
        Assert.Equal("10 9", (await PageAsync("last: 2")).Hours);
        var (comparable, only) = await PageAsync("first: 9, onlyWithTops: true");
        Assert.Equal(("12 10", 2), (comparable, only.GetProperty("totalCount").GetInt32()));
        Assert.Equal("HC0078", Code(await _ada.SendAsync("{ me { syncHistory(first: 1, after: \"i1\") { totalCount } } }")));
    }

    [StoreFact]
    public async Task A_run_says_everything_and_is_a_node_for_its_listener_alone()
    {
        var run = Run(Ada, 1, "Nina", "Miles");
        await History.AppendAsync(run, default);
        const string fields =
            """
            __typename startedAt durationMs status trigger spotifyId parts { part status fetched added removed requests message }
            tops { timeRange artists { rank spotifyId name imageUrl } tracks { rank artistNames albumName } genres { rank name artists } }
            """;
        var query = $"query($id: ID!) {{ node(id: $id) {{ ... on SyncRun {{ {fields} }} }} me {{ syncRun(id: $id) {{ {fields} }} }} }}";

        var found = await _ada.QueryAsync(query, new { id = IdOf(run) });

        Assert.Equal(
            """
            {"__typename":"SyncRun","startedAt":"2026-02-01T09:00:00Z","durationMs":2500,"status":"PARTIAL","trigger":"SCHEDULE","spotifyId":"listener-1","parts":[{"part":"RECENT_PLAYS","status":"COMPLETED","fetched":50,"added":12,"removed":0,"requests":1,"message":null},{"part":"SAVED_SHOWS","status":"SKIPPED","fetched":0,"added":0,"removed":0,"requests":0,"message":"You have not granted this."}],"tops":[{"timeRange":"SHORT_TERM","artists":[{"rank":1,"spotifyId":"a-Nina","name":"Nina","imageUrl":"https://i.scdn.co/image/Nina"},{"rank":2,"spotifyId":"a-Miles","name":"Miles","imageUrl":"https://i.scdn.co/image/Miles"}],"tracks":[{"rank":1,"artistNames":["Nina","Friend"],"albumName":null},{"rank":2,"artistNames":["Miles","Friend"],"albumName":"Album"}],"genres":null},{"timeRange":"LONG_TERM","artists":[{"rank":1,"spotifyId":"a-Nina","name":"Nina","imageUrl":"https://i.scdn.co/image/Nina"},{"rank":2,"spotifyId":"a-Miles","name":"Miles","imageUrl":"https://i.scdn.co/image/Miles"}],"tracks":[{"rank":1,"artistNames":["Nina","Friend"],"albumName":null},{"rank":2,"artistNames":["Miles","Friend"],"albumName":"Album"}],"genres":[{"rank":1,"name":"dub","artists":2}]}]}
            """,
            found.GetProperty("node").GetRawText());
        Assert.Equal(found.GetProperty("node").GetRawText(), found.GetProperty("me").GetProperty("syncRun").GetRawText());
        var others = await _ben.QueryAsync(query, new { id = IdOf(run) });
        Assert.Equal("""{"node":null,"me":{"syncRun":null}}""", others.GetRawText());
    }

    [StoreFact]
    public async Task Two_runs_are_compared()
    {
        var (from, to) = (Run(Ada, 1, "Nina", "Miles", "Chet"), Run(Ada, 2, "Miles", "Bill", "Chet"));
        foreach (var run in (SyncRun[])[from, to]) await History.AppendAsync(run, default);
        var data = await _ada.QueryAsync(Compare, new { from = IdOf(from), to = IdOf(to) });
        var ranges = data.GetProperty("me").GetProperty("compare").GetProperty("timeRanges");
        Assert.Equal(["SHORT_TERM", "LONG_TERM"], ranges.EnumerateArray().Select(range => range.GetProperty("timeRange").GetString()));
        Assert.Equal(
            """
            {"entered":[{"fromRank":null,"toRank":2,"item":{"name":"Bill"}}],"left":[{"fromRank":1,"toRank":null,"item":{"name":"Nina"}}],"moved":[{"fromRank":2,"toRank":1,"item":{"name":"Miles"}}],"kept":[{"fromRank":3,"toRank":3,"item":{"name":"Chet"}}]}
            """,
            ranges[0].GetProperty("artists").GetRawText());
        Assert.Equal(
            "Song of Chet", ranges[1].GetProperty("tracks").GetProperty("kept")[0].GetProperty("item").GetProperty("name").GetString());
    }

    [StoreFact]
    public async Task What_cannot_be_compared_is_told_with_a_code()
    {
        var (with, without, others) = (Run(Ada, 1, "Nina"), Run(Ada, 2), Run(Ben, 1, "Nina"));
        foreach (var run in (SyncRun[])[with, without, others]) await History.AppendAsync(run, default);
        Assert.Equal(SyncHistoryErrors.WithoutTops, Code(await _ada.SendAsync(Compare, new { from = IdOf(with), to = IdOf(without) })));
        Assert.Equal(SyncHistoryErrors.NotFound, Code(await _ada.SendAsync(Compare, new { from = IdOf(with), to = IdOf(others) })));
        Assert.Equal(SyncHistoryErrors.NotFound, Code(await _ada.SendAsync(Compare, new { from = IdOf(Run(Ada, 7)), to = IdOf(with) })));
    }

    [StoreFact]
    public async Task A_history_that_is_away_costs_its_fields_and_neither_the_rest_nor_the_start()
    {
        await using var application = await PersonalifyApplication.StartAsync(
            ("ConnectionStrings:Mongo", "mongodb://secret-name:secret-word@127.0.0.1:1/x?serverSelectionTimeoutMS=300"));
        using var client = await application.ConnectAsAsync("ada");

        var answer = await client.SendAsync("{ me { name syncHistory { totalCount } } }");

        Assert.Equal("""{"me":{"name":"ada","syncHistory":null}}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(SyncHistoryErrors.Unavailable, Code(answer));
        var sentence = answer.GetProperty("errors")[0].GetProperty("message").GetString();
        Assert.StartsWith("MongoDB, which keeps the sync history, does not answer in time.", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("""{"name":"mongo","status":"away",""", await HealthAsync(client), StringComparison.Ordinal);
        await ConnectAsync(application);
        Assert.Null(await DeleteAsync(client));
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        await using var waiting = source.CreateCommand($"SELECT count(*) FROM spotify_wipes WHERE user_id = {Ada}");
        Assert.Equal(1L, await waiting.ExecuteScalarAsync());
    }

    [StoreFact]
    public async Task A_history_that_is_away_leaves_no_stack_trace_for_every_page_that_is_looked_at()
    {
        using var log = new Failures();
        await using var application = await PersonalifyApplication.StartAsync(
            services => services.AddSingleton<ILoggerProvider>(log),
            ("ConnectionStrings:Mongo", "mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=300"));
        using var client = await application.ConnectAsAsync("ada");
        var run = IdOf(Run(Ada, 1));

        var answer = await client.SendAsync(
            "query($run: ID!) { node(id: $run) { id } me { syncHistory { totalCount } syncRun(id: $run) { id } compare(from: $run, to: $run) { from { id } } } }",
            new { run });

        Assert.Equal(4, answer.GetProperty("errors").GetArrayLength());
        Assert.All(answer.GetProperty("errors").EnumerateArray(), error =>
            Assert.Equal(SyncHistoryErrors.Unavailable, error.GetProperty("extensions").GetProperty("code").GetString()));
        Assert.Empty(log.Exceptions.OfType<SyncHistoryUnavailableException>());
    }

    [MongoFact]
    public async Task With_MongoDB_it_is_kept_there_and_goes_with_a_wipe_and_with_the_account()
    {
        await using var server = await MongoLite.StartAsync();
        await using var application = await PersonalifyApplication.StartAsync(("ConnectionStrings:Mongo",
            server.ConnectionString("personalify")));
        using var client = await application.ConnectAsAsync("ada");
        var history = application.Services.GetRequiredService<ISyncHistory>();
        Assert.Equal("MongoDB", history.StoreName);
        Assert.Contains("""{"name":"mongo","status":"up",""", await HealthAsync(client), StringComparison.Ordinal);

        await KeepAsync(history);
        var me = (await client.QueryAsync("{ me { syncHistory { totalCount } } }")).GetProperty("me");
        Assert.Equal(1, me.GetProperty("syncHistory").GetProperty("totalCount").GetInt32());
        foreach (var data in application.Services.GetServices<ISpotifyData>().OfType<SyncHistoryData>()) await data.WipeAsync(Connection,
            default);
        Assert.Equal((0, 0), await KeptAsync(history));

        await KeepAsync(history);
        await ConnectAsync(application);
        Assert.Null(await DeleteAsync(client));
        Assert.Equal((0, 0), await KeptAsync(history));
    }

    [StoreFact]
    public async Task Without_MongoDB_health_says_that_it_is_not_configured() =>
        Assert.Contains("""{"name":"mongo","status":"not configured",""", await HealthAsync(_ada), StringComparison.Ordinal);

    private static SpotifyConnection Connection => new()
    {
        UserId = Ada, AccountId = "a", SpotifyId = SpotifyId(Ada), ClientId = "c", Scopes = [], Status = ConnectionStatus.Active,
        AuthorizedAt = Start, ConnectedAt = Start,
    };

    private static Task ConnectAsync(PersonalifyApplication application) =>
        application.Services.GetRequiredService<SpotifyConnectionStore>().SaveAsync(
            Connection,
            new TokenResponse("access", "refresh", isRotated: false) { CreatedAt = Start, ExpiresIn = TimeSpan.FromHours(1), Scope = null },
            CancellationToken.None);

    private static async Task KeepAsync(ISyncHistory history)
    {
        var run = Run(Ada, 1, "Nina");
        await history.AppendAsync(run, default);
        await history.SaveCurrentAsync(Current(run, TimeRange.ShortTerm), default);
    }

    private static async Task<(int Runs, int Documents)> KeptAsync(ISyncHistory history) =>
        (await history.CountAsync(Ada, default), (await history.ListCurrentAsync(Ada, default)).Count);

    private static string IdOf(SyncRun run) => Convert.ToBase64String(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"SyncRun:{run.UserId}.{run.Id:N}")));

    private static string Code(JsonElement answer) =>
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;

    private static async Task<string> HealthAsync(ApiClient client) =>
        await client.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative));

    private static async Task<string?> DeleteAsync(ApiClient client)
    {
        var data = await client.QueryAsync(
            "mutation($input: DeleteAccountInput!) { deleteAccount(input: $input) { errors { __typename } } }",
                new { input = new { password = Accounts.Password } });
        return data.GetProperty("deleteAccount").GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
            ? errors[0].GetProperty("__typename").GetString()
            : null;
    }

    private static bool Has(JsonElement page, string name) => page.GetProperty("pageInfo").GetProperty(name).GetBoolean();

    private static string Cursor(JsonElement page, string name) => page.GetProperty("pageInfo").GetProperty(name).GetString()!;

    private async Task<(string Hours, JsonElement Page)> PageAsync(string arguments)
    {
        var data = await _ada.QueryAsync(
            $"{{ me {{ syncHistory({arguments}) {{ totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} nodes {{ startedAt }} }} }} }}");
        var page = data.GetProperty("me").GetProperty("syncHistory");
        return (string.Join(' ', page.GetProperty("nodes").EnumerateArray().Select(node =>
            node.GetProperty("startedAt").GetDateTimeOffset().Hour)), page);
    }

    private sealed class Failures : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<Exception> Exceptions { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null) Exceptions.Enqueue(exception);
        }

        public void Dispose()
        {
        }
    }
}
