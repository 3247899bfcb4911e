using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// The published Api as a process of its own, on stores of its own with nothing in them but one account, whose token the client sends.
/// </summary>
internal sealed class ApiUnderTest : IAsyncDisposable
{
    private const string Database = "personalify";

    private readonly PostgresServer _main;
    private readonly string _folder;
    private readonly string _password;
    private readonly Dictionary<string, string?> _settings;
    private readonly List<AppProcess> _others = [];

    private ApiUnderTest(PostgresServer main, RedisServer redis, AppProcess process, string folder, string password, Dictionary<string,
        string?> settings)
    {
        (_main, Redis, Process, _folder, _password, _settings) = (main, redis, process, folder, password, settings);
        Client = new HttpClient { BaseAddress = process.Address };
        Source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(main.ConnectionString(Database)) { CommandTimeout = 0 });
    }

    public AppProcess Process { get; }

    public HttpClient Client { get; }

    public NpgsqlDataSource Source { get; }

    public RedisServer Redis { get; private set; }

    /// <summary>Where the logs are.</summary>
    public string Folder => _folder;

    public static async Task<ApiUnderTest> StartAsync(
        CancellationToken cancellationToken, bool hasDemo = false, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var options = new PostgresOptions("PostgreSQL of the measure", Path.Combine(folder, "main"), FreePort.Next())
        {
            IsDurable = false, SharedBuffersMegabytes = PostgresOptions.GenerousBuffersMegabytes,
        };
        var main = await PostgresServer.StartAsync(options, Path.Combine(folder, "main.log"), cancellationToken);
        await main.EnsureDatabaseAsync(Database, cancellationToken);
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var redis = await RedisServer.StartAsync(FreePort.Next(), Path.Combine(folder, "redis.log"), password: password,
            cancellation: cancellationToken);
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["ConnectionStrings__Main"] = main.ConnectionString(Database),
            ["ConnectionStrings__Redis"] = redis.ConnectionString(),
            ["Demo__Enabled"] = hasDemo ? "true" : "false",
            ["Imports__DataPath"] = Path.Combine(folder, "files"),
        };
        var process = await StartProcessAsync("api", folder, all, cancellationToken);
        var api = new ApiUnderTest(main, redis, process, folder, password, all);
        await api.SignUpAsync(cancellationToken);
        return api;
    }

    /// <summary>Another process of the Api on the same stores, with settings that differ; it ends with this one.</summary>
    public async Task<AppProcess> StartAnotherAsync(IReadOnlyDictionary<string, string?> differing, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>(_settings);
        foreach (var (name, value) in differing) settings[name] = value;
        var another = await StartProcessAsync($"api-{_others.Count + 2}", _folder, settings, cancellationToken);
        _others.Add(another);
        return another;
    }

    /// <summary>Starts Redis anew, empty, where it was before it was killed.</summary>
    public async Task RestartRedisAsync(CancellationToken cancellationToken)
    {
        var port = Redis.Port;
        await Redis.DisposeAsync();
        Redis = await RedisServer.StartAsync(port, Path.Combine(_folder, "redis.log"), password: _password,
            cancellation: cancellationToken);
    }

    /// <summary>The <c>data</c> of a request that must have no errors.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables, CancellationToken cancellationToken)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query, variables }, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(errors.ToString())
            : answer.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Source.DisposeAsync();
        foreach (var other in _others) await other.DisposeAsync();
        await Process.DisposeAsync();
        await Redis.DisposeAsync();
        await _main.DisposeAsync();
    }

    private static Task<AppProcess> StartProcessAsync(
        string name, string folder, Dictionary<string, string?> settings, CancellationToken cancellationToken) => AppProcess.StartAsync(
        PublishedApp.Options(
            "Api", "Personalify.Api", new Uri($"http://127.0.0.1:{FreePort.Next()}"), "/health/ready", Path.Combine(folder, $"{name}.log"), settings),
        cancellationToken);

    private async Task SignUpAsync(CancellationToken cancellationToken)
    {
        const string mutation =
            """
            mutation { signUp(input: {name: "listener", password: "a long enough one"}) { session { token } errors { ... on Error { message } } } }
            """;
        var outcome = (await QueryAsync(mutation, null, cancellationToken)).GetProperty("signUp");
        var token = outcome.GetProperty("session").GetProperty("token").GetString();
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}
