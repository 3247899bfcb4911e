using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>
/// What the containers start, started as plain processes with the variables of the compose file and asked by its health checks. Not run
/// here: the base images, the entry points of PostgreSQL's and Redis's images, MongoDB and Grafana, whose programs no package of the build
/// brings. The Api's MongoDB is away in these tests.
/// </summary>
[Collection(nameof(BuiltImages))]
public sealed partial class ContainerStartTests(BuiltImages images) : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private ComposeFile _compose = null!;
    private ContainerHost _host = null!;

    public async Task InitializeAsync()
    {
        if (ContainerScript.Missing is not null) return;
        _compose = await ComposeFile.ReadAsync(_folder, ("DEMO_ENABLED", "false"));
        _host = new ContainerHost(Directory.CreateDirectory(_folder["containers"]).FullName);
    }

    [ContainerStartFact("psql", "pg_isready", "redis-cli")]
    public async Task Both_PostgreSQL_nodes_are_healthy_with_logical_replication_and_bounded_slots()
    {
        foreach (var service in new[] { _compose["postgres-main"], _compose["postgres-stats"] })
        {
            await ContainerStores.StartPostgresAsync(_host, service);
            Assert.Equal("logical", await AskAsync(service, "SHOW wal_level"));
            Assert.Equal("8GB", await AskAsync(service, "SHOW max_slot_wal_keep_size"));
            Assert.Equal("C.UTF-8", await AskAsync(service, "SELECT datlocale FROM pg_database WHERE datname = current_database()"));
        }

        var stats = _compose["postgres-stats"];
        const string Rights = "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user";
        Assert.Equal("false", await AskAsync(stats, Rights, "personalify_bi", stats.Environment["BI_PASSWORD"]));
        await Assert.ThrowsAsync<PostgresException>(() => AskAsync(stats, Rights, "personalify_bi", "another"));
    }

    [ContainerStartFact("psql", "pg_isready", "redis-cli")]
    public async Task Api_and_Web_are_healthy_serve_npms_files_write_nothing_but_their_volumes_and_end_when_they_are_asked()
    {
        await StartAppsAsync();
        Assert.Contains("\"__typename\":\"Query\"", await PostAsync(Api, "{ __typename }"), StringComparison.Ordinal);
        using var ide = new HttpRequestMessage(HttpMethod.Get, new Uri(Api, "graphql/")) { Headers = { { "Accept", "text/html" } } };
        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(ide)).StatusCode);
        var styles = Styles().Match(await _client.GetStringAsync(new Uri(Web, "sign-in"))).Value;
        Assert.NotEmpty(await _client.GetByteArrayAsync(new Uri(Web, styles)));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_host.VolumeOf("web", "/data"), "keys")));
        Assert.All(new[] { await _host.StopAsync("web"), await _host.StopAsync("api") }, code => Assert.Equal(0, code));
    }

    [ContainerStartFact("psql", "pg_isready", "redis-cli", "caddy")]
    public async Task Caddy_shows_pages_and_the_Api_under_one_origin_with_a_certificate_of_its_own()
    {
        await StartAppsAsync();
        var service = _compose["caddy"];
        var dockerfile = await Dockerfile.ReadAsync(Dockerfiles.Caddy);
        var environment = _host.EnvironmentOf(service, dockerfile.Environment);
        var process = await _host.StartAsync(service, [.. dockerfile.Start.Select(OfRepository)], environment);
        await _host.UntilHealthyAsync(service, process, environment);
        using var browser = CaddyBrowser.Trusting($"{_host.VolumeOf("caddy", "/srv/state")}/data/caddy/pki/authorities/local/root.crt");
        var origin = new Uri($"https://localhost:{_host.PortOf("caddy", 8443)}/");
        using var page = await browser.GetAsync(new Uri(origin, "sign-in"));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("\"__typename\":\"Query\"", await PostAsync(origin, "{ __typename }", browser), StringComparison.Ordinal);
        using var plain = await _client.GetAsync($"http://localhost:{_host.PortOf("caddy", 8080)}/sign-in");
        Assert.Equal("https://localhost/sign-in", plain.Headers.Location?.ToString());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        _folder.Dispose();
    }

    private Uri Api => new($"http://127.0.0.1:{_host.PortOf("api", 8080)}/");

    private Uri Web => new($"http://127.0.0.1:{_host.PortOf("web", 8080)}/");

    private static string OfRepository(string word) =>
        word == "/etc/caddy/Caddyfile" ? Path.Combine(Repository.Root, "docker", "caddy", "Caddyfile") : word;

    private async Task StartAppsAsync()
    {
        await ContainerStores.StartPostgresAsync(_host, _compose["postgres-main"]);
        await ContainerStores.StartPostgresAsync(_host, _compose["postgres-stats"]);
        await ContainerStores.StartRedisAsync(_host, _compose["redis"]);
        var health = await StartAppAsync(_compose["api"], Dockerfiles.Api);
        string[] stores = ["main", "stats", "redis"];
        Assert.All(stores, store => Assert.Contains($"{{\"name\":\"{store}\",\"status\":\"up\"", health, StringComparison.Ordinal));
        Assert.Contains("200 live", await StartAppAsync(_compose["web"], Dockerfiles.Web), StringComparison.Ordinal);
    }

    /// <summary>Starts an app from its image's folder, which is then as it was before.</summary>
    private async Task<string> StartAppAsync(ComposeService service, string path)
    {
        var root = await images.RootAsync(path);
        var dockerfile = await Dockerfile.ReadAsync(path);
        var before = Files(root);
        var environment = _host.EnvironmentOf(service, dockerfile.Environment);
        var process = await _host.StartAsync(service, dockerfile.Start, environment, $"{root}/app");
        var health = await _host.UntilHealthyAsync(
            service, process, environment, word => word.Replace("/healthcheck/", $"{root}/healthcheck/", StringComparison.Ordinal));
        Assert.Equal(before, Files(root));
        return health;
    }

    private static List<string> Files(string root) =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order()
            .Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O}")];

    private async Task<string?> AskAsync(ComposeService service, string sql, string? user = null, string? password = null)
    {
        await using var source = NpgsqlDataSource.Create(ContainerStores.ConnectionString(_host, service, user, password));
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }

    private async Task<string> PostAsync(Uri origin, string query, HttpClient? client = null)
    {
        using var body = new StringContent($$"""{"query":"{{query}}"}""", Encoding.UTF8, "application/json");
        using var response = await (client ?? _client).PostAsync(new Uri(origin, "graphql"), body);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The address of the bundled styles, which has a mark of their content in it.</summary>
    [GeneratedRegex("/lib/site\\.[^\"]*css")]
    private static partial Regex Styles();
}
