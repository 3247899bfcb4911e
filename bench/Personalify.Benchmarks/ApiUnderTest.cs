using System.Net.Http.Headers;
using System.Net.Http.Json;
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
    private readonly RedisServer _redis;

    private ApiUnderTest(PostgresServer main, RedisServer redis, AppProcess process)
    {
        (_main, _redis, Process) = (main, redis, process);
        Client = new HttpClient { BaseAddress = process.Address };
        Source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(main.ConnectionString(Database)) { CommandTimeout = 0 });
    }

    public AppProcess Process { get; }

    public HttpClient Client { get; }

    public NpgsqlDataSource Source { get; }

    public RedisServer Redis => _redis;

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
        var redis = await RedisServer.StartAsync(FreePort.Next(), Path.Combine(folder, "redis.log"), cancellation: cancellationToken);
        var app = PublishedApp.Options(
            "Api", "Personalify.Api", new Uri($"http://127.0.0.1:{FreePort.Next()}"), "/health/ready", Path.Combine(folder, "api.log"),
            new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
            {
                ["ConnectionStrings__Main"] = main.ConnectionString(Database),
                ["ConnectionStrings__Redis"] = redis.ConnectionString(),
                ["Demo__Enabled"] = hasDemo ? "true" : "false",
                ["Imports__DataPath"] = Path.Combine(folder, "files"),
            });
        var api = new ApiUnderTest(main, redis, await AppProcess.StartAsync(app, cancellationToken));
        await api.SignUpAsync(cancellationToken);
        return api;
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
        await Process.DisposeAsync();
        await _redis.DisposeAsync();
        await _main.DisposeAsync();
    }

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
