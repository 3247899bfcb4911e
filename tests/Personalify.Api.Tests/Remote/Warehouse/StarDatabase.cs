using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Remote;
using Personalify.Api.Remote.NodeB;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Warehouse;

/// <summary>A node B without a node A: its migrations, and what lets BI tools read it. Rows are the test's own.</summary>
internal sealed class StarDatabase : IAsyncDisposable
{
    public const string Role = "personalify_bi";

    private readonly TestDatabase _database;

    private StarDatabase(TestDatabase database) => (_database, Source) = (database, NpgsqlDataSource.Create(database.ConnectionString));

    public NpgsqlDataSource Source { get; }

    public string ConnectionString => _database.ConnectionString;

    public static async Task<StarDatabase> CreateAsync(TestDatabase? database = null)
    {
        var star = new StarDatabase(database ?? await TestDatabase.CreateOnStatsAsync());
        await star.PrepareAsync();
        return star;
    }

    /// <summary>What a server does of it when it finds node B.</summary>
    public async Task PrepareAsync(bool isEnabled = true)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Main"] = ConnectionString, ["ConnectionStrings:Stats"] = ConnectionString, ["Warehouse:Enabled"] = isEnabled
                ? "true" : "false",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddStores(configuration).AddRemote(configuration).BuildServiceProvider();
        foreach (var step in services.GetServices<INodeBStep>().Take(2)) await step.RunAsync(CancellationToken.None);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>The rows of a statement that the role of BI tools asks, each as its values between bars.</summary>
    public static async Task<string[]> ReadAsRoleAsync(NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using (var become = new NpgsqlCommand($"SET ROLE {Role}", connection)) await become.ExecuteNonQueryAsync();
        return await ReadAsync(connection, sql);
    }

    public static async Task<string[]> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        return [.. rows];
    }

    private static string Text(object value) => value switch
    {
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
