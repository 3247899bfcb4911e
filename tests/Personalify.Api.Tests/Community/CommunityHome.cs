using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.Api.Remote.Figures;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Remote.Replication;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Community;

/// <summary>The Api with a node B that follows it, and the listeners ada, bob, cleo and dan (1 to 4), of whom none has joined.</summary>
internal sealed class CommunityHome : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private readonly TestDatabase _stats;
    private readonly ApiClient[] _listeners;

    private CommunityHome(PersonalifyApplication application, TestDatabase stats, ApiClient[] listeners) =>
        (Application, _stats, _listeners) = (application, stats, listeners);

    public PersonalifyApplication Application { get; }

    public ApiClient Ada => _listeners[0];

    public NodeBWatch Watch => Application.Services.GetRequiredService<NodeBWatch>();

    public static async Task<CommunityHome> StartAsync(TestDatabase? stats = null, params (string Key, string Value)[] settings)
    {
        stats ??= await TestDatabase.CreateOnStatsAsync();
        var application = await PersonalifyApplication.StartAsync([("ConnectionStrings:Stats", stats.ConnectionString), .. settings]);
        var ada = await application.ConnectAsAsync("ada");
        ApiClient[] listeners =
        [
            ada, await application.ConnectAsAsync("bob", ada), await application.ConnectAsAsync("cleo", ada),
            await application.ConnectAsAsync("dan", ada),
        ];
        var home = new CommunityHome(application, stats, listeners);
        await home.PrepareAsync();
        return home;
    }

    /// <summary>Of the listeners of these numbers.</summary>
    public async Task JoinAsync(params int[] listeners)
    {
        foreach (var number in listeners) await MutateAsync(number, "joinCommunity");
    }

    public Task LeaveAsync(int listener) => MutateAsync(listener, "leaveCommunity");

    public ApiClient Of(int listener) => _listeners[listener - 1];

    public async Task ImportAsync(int listener, params GivenRow[] rows)
    {
        var file = GivenFile.Extended(rows);
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Application.Files, Guid.NewGuid().ToString("N"))).FullName,
            file.Name);
        await File.WriteAllBytesAsync(path, file.Content);
        await Application.Services.GetRequiredService<DirectImport>().RunAsync(listener, [path], preview: false, CancellationToken.None);
    }

    /// <summary>Waits until the figures have what node A has now.</summary>
    public async Task CatchUpAsync()
    {
        var services = Application.Services;
        var caughtUp = new CaughtUp(
            services.GetRequiredService<SlotWatch>(), services.GetRequiredService<FiguresStore>(),
            services.GetRequiredService<NpgsqlDataSource>(),
            services.GetRequiredKeyedService<NpgsqlDataSource>(StoresModule.Stats), TimeProvider.System);
        Assert.True(await caughtUp.WaitAsync(Limit, CancellationToken.None), $"Node B catches up within {Limit.TotalSeconds} s.");
    }

    /// <summary>The field of the community as a listener sees it, without a refresh before.</summary>
    public async Task<JsonElement> AskAsync(string fields, int listener = 1) =>
        (await Of(listener).QueryAsync($"{{ community {{ {fields} }} }}")).GetProperty("community");

    /// <summary>The same as text, once the figures have caught up.</summary>
    public async Task<string> ReadAsync(string fields, int listener = 1)
    {
        await CatchUpAsync();
        return (await AskAsync(fields, listener)).GetRawText();
    }

    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var command = Application.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }

    public async Task ExecuteStatsAsync(string sql)
    {
        await using var command = Application.Services.GetRequiredKeyedService<NpgsqlDataSource>(StoresModule.Stats).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Node B first: the slot on node A is in use until its subscription is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _listeners) client.Dispose();
        await _stats.DisposeAsync();
        await Application.DisposeAsync();
    }

    private Task PrepareAsync() => Eventually.IsTrueAsync(
        async () => (await Watch.LookAsync(CancellationToken.None)).State == NodeBState.Up, "node B is prepared", Limit);

    private async Task MutateAsync(int listener, string mutation)
    {
        var data = await Of(listener).QueryAsync($"mutation {{ {mutation} {{ user {{ isInCommunity }} errors {{ __typename }} }} }}");
        Assert.Equal(
            mutation == "joinCommunity", data.GetProperty(mutation).GetProperty("user").GetProperty("isInCommunity").GetBoolean());
    }
}
