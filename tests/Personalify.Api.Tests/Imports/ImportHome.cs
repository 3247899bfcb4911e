using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Personalify.Api.Caching;
using Personalify.Api.Catalog;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.Api.Listening;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Data;
using Personalify.Domain.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>A migrated database with two listeners, and everything that imports, without a server.</summary>
internal sealed class ImportHome : IAsyncDisposable
{
    public const int Ada = 1;
    public const int Bob = 2;

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("personalify-test-");

    private ImportHome(TestDatabase database, Action<IServiceCollection>? more = null, IDictionary<string, string?>? settings = null)
    {
        _database = database;
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["ConnectionStrings:Main"] = database.ConnectionString,
            ["Imports:DataPath"] = _files.FullName,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton<IConfiguration>(configuration).AddStores(configuration).AddCaching(configuration).AddCatalog().AddListening()
            .AddMoods().AddImports(configuration);
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public string ConnectionString => _database.ConnectionString;

    public string Folder => _files.FullName;

    /// <param name="more">Registers what else a test needs.</param>
    /// <param name="settings">Of what else it needs.</param>
    public static async Task<ImportHome> CreateAsync(
        Action<IServiceCollection>? more = null, IDictionary<string, string?>? settings = null)
    {
        var home = new ImportHome(await MigratedDatabase.CreateAsync(), more, settings);
        await home.ExecuteAsync("INSERT INTO users (name, display_name, created_at) VALUES ('ada', 'Ada', now()), ('bob', 'Bob', now())");
        return home;
    }

    /// <summary>The same on a database that is there, with its own listeners.</summary>
    public static Task<ImportHome> CreateAsync(
        TestDatabase database, Action<IServiceCollection>? more = null, IDictionary<string, string?>? settings = null) =>
        Task.FromResult(new ImportHome(database, more, settings));

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public T GetKeyed<T>(string key) where T : notnull => _services.GetRequiredKeyedService<T>(key);

    public IEnumerable<T> GetAll<T>() => _services.GetServices<T>();

    public Task<ImportReport> ImportAsync(params GivenFile[] files) => ImportAsync(Ada, preview: false, files);

    public Task<ImportReport> PreviewAsync(params GivenFile[] files) => ImportAsync(Ada, preview: true, files);

    public async Task<ImportReport> ImportAsync(int userId, bool preview, params GivenFile[] files) =>
        await Get<DirectImport>().RunAsync(userId, [.. files.Select(Save)], preview, CancellationToken.None);

    /// <summary>The sentence with which files are refused, after a look that nothing of them was written.</summary>
    public async Task<string> RefusalOfAsync(params GivenFile[] files)
    {
        var before = await DumpAsync();
        var refusal = await Assert.ThrowsAsync<ImportRejectedException>(() => ImportAsync(files));
        Assert.Equal(before, await DumpAsync());
        Assert.Equal(refusal.Message, await ReadAsync<string>("SELECT error FROM imports ORDER BY id DESC LIMIT 1"));
        return refusal.Message;
    }

    /// <summary>Undoes the n-th import of this listener.</summary>
    public async Task UndoAsync(int number, int userId = Ada)
    {
        Assert.NotNull(await Get<ImportStore>().UndoAsync(userId, number, CancellationToken.None));
        var claimed = await Get<ImportQueue>().ClaimAsync(CancellationToken.None);
        await Get<ImportUndo>().RunAsync(claimed!, CancellationToken.None);
    }

    /// <summary>Everything that imports write, without numbers that depend on their order.</summary>
    public Task<string> DumpAsync() => ReadAsync<string>(StateSql.WithoutIds);

    /// <summary>Plays, catalogue and what further imports said of them row by row, numbers included.</summary>
    public Task<string> DumpPlaysAsync() => ReadAsync<string>(StateSql.Plays);

    /// <summary>Months that say something else than their plays.</summary>
    public async Task<int> WrongMonthsAsync() =>
        (await new PlayMonthsVerifier(Get<NpgsqlDataSource>()).VerifyAsync(null, CancellationToken.None)).Differences.Count;

    /// <summary>Takes a listener's imports away with all that they brought, so that cases of one test can share a database.</summary>
    public async Task ClearAsync(int userId = Ada)
    {
        string[] tables = ["polled_plays", "plays", "play_observations", "other_plays", "other_play_observations",
            "play_months", "other_items", "track_observations", "tracks", "albums", "artists", "imports"];
        await ExecuteAsync(string.Join(';', tables.Select(table => $"DELETE FROM {table} WHERE user_id = {userId}")));
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public string Save(GivenFile file)
    {
        var path = Path.Combine(_files.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName, file.Name);
        File.WriteAllBytes(path, file.Content);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _files.Delete(recursive: true);
    }
}
