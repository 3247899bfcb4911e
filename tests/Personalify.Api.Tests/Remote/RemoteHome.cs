using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote;

/// <summary>
/// The whole Api with a node B, an administrator and another listener. Node B is looked at once at the start, and then when a test says so.
/// </summary>
internal sealed class RemoteHome : IAsyncDisposable
{
    private readonly TestDatabase? _database;

    private RemoteHome(TestDatabase? database, PersonalifyApplication application, ApiClient admin, ApiClient bob, string stats)
    {
        (_database, Application, Admin, Bob) = (database, application, admin, bob);
        NodeBAddress = stats;
        (NodeA, NodeB) = (NpgsqlDataSource.Create(application.ConnectionString), NpgsqlDataSource.Create(stats));
    }

    public PersonalifyApplication Application { get; }

    /// <summary>The first account: number 1.</summary>
    public ApiClient Admin { get; }

    /// <summary>Number 2.</summary>
    public ApiClient Bob { get; }

    public NpgsqlDataSource NodeA { get; }

    public NpgsqlDataSource NodeB { get; }

    /// <summary>Node B, as its superuser.</summary>
    public string NodeBAddress { get; }

    public NodeBWatch Watch => Application.Services.GetRequiredService<NodeBWatch>();

    /// <summary>With a database on the node B of the test run.</summary>
    public static async Task<RemoteHome> StartAsync(params (string Key, string Value)[] settings)
    {
        var stats = await TestDatabase.CreateOnStatsAsync();
        return await StartAsync(stats, stats.ConnectionString, settings);
    }

    /// <summary>With a node B of the test's own.</summary>
    public static Task<RemoteHome> StartOnAsync(string stats, params (string Key, string Value)[] settings) =>
        StartAsync(null, stats, settings);

    public async Task ExecuteOnBAsync(string sql)
    {
        await using var command = NodeB.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadOnAAsync<T>(string sql)
    {
        await using var command = NodeA.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What the administrator gets of a table.</summary>
    public async Task<JsonElement> TableAsync(string table, string selection) =>
        (await Admin.QueryAsync($"query($name: String!) {{ remote {{ table(name: $name) {{ {selection} }} }} }}", new { name = table }))
        .GetProperty("remote").GetProperty("table");

    /// <summary>Node B first: the slot on node A is in use until its subscription is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        Bob.Dispose();
        await NodeA.DisposeAsync();
        await NodeB.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        await Application.DisposeAsync();
    }

    private static async Task<RemoteHome> StartAsync(TestDatabase? database, string stats, (string Key, string Value)[] settings)
    {
        var application = await PersonalifyApplication.StartAsync([("ConnectionStrings:Stats", stats), .. settings]);
        var admin = await application.ConnectAsAsync("ada");
        var home = new RemoteHome(database, application, admin, await application.ConnectAsAsync("bob", admin), stats);
        await Eventually.IsTrueAsync(
            () => home.Watch.Status is { State: NodeBState.Up } or { Reason: not null }, "node B was looked at and prepared");
        return home;
    }
}
