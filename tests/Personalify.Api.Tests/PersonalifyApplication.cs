using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Personalify.Api.Tests.Data;
using Personalify.Testing;

namespace Personalify.Api.Tests;

/// <summary>The whole Api in this process, with a database and a clock of its own.</summary>
internal sealed class PersonalifyApplication : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("personalify-test-");
    private Action<IServiceCollection> _replace = _ => { };
    private bool _isMainLost;

    private PersonalifyApplication(TestDatabase database, IReadOnlyDictionary<string, string> settings) =>
        (_database, _settings) = (database, settings);

    public FakeTimeProvider Time { get; } = TestClock.At("2026-03-01T12:00:00Z");

    /// <summary>Where the Api keeps its files.</summary>
    public string Files => _files.FullName;

    public string ConnectionString => _database.ConnectionString;

    public static async Task<PersonalifyApplication> StartAsync(params (string Key, string Value)[] settings)
    {
        var application = await CreateAsync(settings);
        application.StartServer();
        return application;
    }

    /// <summary>The same with other services in the place of its own.</summary>
    public static async Task<PersonalifyApplication> StartAsync(
        Action<IServiceCollection> replace, params (string Key, string Value)[] settings)
    {
        var application = await CreateAsync(settings);
        application._replace = replace;
        application.StartServer();
        return application;
    }

    /// <summary>The same behind a real port, for clients that are not in this process.</summary>
    public static async Task<PersonalifyApplication> StartOnPortAsync(params (string Key, string Value)[] settings)
    {
        var application = await CreateAsync(settings);
        application.UseKestrel(0);
        application.StartServer();
        return application;
    }

    /// <summary>Where the Api listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Somebody who talks to the Api, signed in by a token or not.</summary>
    public ApiClient Connect(string? token = null) => new(CreateClient(new() { BaseAddress = Address, AllowAutoRedirect = false, HandleCookies = false }), token);

    /// <summary>Adds the account that needs no password, empty.</summary>
    public async Task AddDemoAsync()
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(
            "INSERT INTO users (name, display_name, is_demo, created_at) VALUES ('demo', 'Demo', true, '2026-01-01T00:00:00Z')");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Takes the database away while the Api runs.</summary>
    public ValueTask LoseMainAsync()
    {
        if (_isMainLost) return ValueTask.CompletedTask;
        _isMainLost = true;
        return _database.DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _files.Delete(recursive: true);
        await LoseMainAsync();
    }

    private static async Task<PersonalifyApplication> CreateAsync((string Key, string Value)[] settings) =>
        new(await MigratedDatabase.CreateAsync(), settings.ToDictionary(pair => pair.Key, pair => pair.Value));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Main", ConnectionString);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("Imports:DataPath", _files.FullName);
        builder.UseSetting("Spotify:Budgets:RequestsPerSecond", "10000");
        builder.UseSetting("Spotify:Budgets:Burst", "10000");
        builder.UseSetting("Spotify:EnrichesCatalogue", "false");
        builder.UseSetting("Sync:Schedule", "false");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
        builder.ConfigureTestServices(_replace);
    }
}
