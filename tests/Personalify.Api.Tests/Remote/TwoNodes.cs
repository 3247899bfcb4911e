using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Access;
using Personalify.Api.Data;
using Personalify.Api.Remote;
using Personalify.Api.Remote.Figures;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Remote.Replication;
using Personalify.Api.Tests.Data;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote;

/// <summary>
/// A migrated database with two listeners on node A, and a database on node B that follows it, without a server: nothing is refreshed
/// unless a test asks. Ada (1) has joined the community, Bob (2) has not.
/// </summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private TwoNodes(ImportHome home, TestDatabase main, TestDatabase stats) => (Home, MainDatabase, StatsDatabase) = (home, main, stats);

    public ImportHome Home { get; }

    public TestDatabase MainDatabase { get; }

    public TestDatabase StatsDatabase { get; }

    public NpgsqlDataSource Stats => Home.GetKeyed<NpgsqlDataSource>(StoresModule.Stats);

    public FiguresStore Figures => Home.Get<FiguresStore>();

    /// <summary>Both nodes, prepared and with nothing to do.</summary>
    public static async Task<TwoNodes> CreateAsync()
    {
        var nodes = await CreateOnAsync(await MigratedDatabase.CreateAsync(), await TestDatabase.CreateOnStatsAsync());
        await nodes.PrepareAsync();
        return nodes;
    }

    /// <summary>The same on databases of the test's own, not prepared.</summary>
    public static async Task<TwoNodes> CreateOnAsync(TestDatabase main, TestDatabase stats, params (string Key, string Value)[] more)
    {
        var settings = more.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        settings["ConnectionStrings:Stats"] = stats.ConnectionString;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var home = await ImportHome.CreateAsync(
            main, services => services.AddSingleton<AccountDeletionStore>().AddRemote(configuration), settings);
        await home.ExecuteAsync(
            """
            INSERT INTO users (name, display_name, created_at, is_in_community)
            SELECT * FROM (VALUES ('ada', 'Ada', now(), true), ('bob', 'Bob', now(), false)) AS added WHERE NOT EXISTS (SELECT FROM users)
            """);
        return new TwoNodes(home, main, stats);
    }

    /// <summary>What a server does when it finds node B.</summary>
    public async Task PrepareAsync()
    {
        foreach (var step in Home.GetAll<INodeBStep>()) await step.RunAsync(CancellationToken.None);
    }

    /// <summary>Waits until node B has what node A has now, figures included.</summary>
    public async Task CatchUpAsync() => Assert.True(
        await Home.Get<CaughtUp>().WaitAsync(Limit, CancellationToken.None), $"Node B catches up within {Limit.TotalSeconds} s.");

    /// <summary>Node B catches up, and every figure equals those that the plays of both nodes make.</summary>
    public async Task AssertEqualAsync()
    {
        await CatchUpAsync();
        Assert.Equal(await Home.ReadAsync<long>("SELECT count(*) FROM plays"), await PlaysAsync());
        foreach (var figure in await Home.Get<FiguresVerifier>().VerifyAsync(CancellationToken.None))
        {
            Assert.True(figure.IsKeptRight, $"The {figure.Name} that are kept equal those of node B's plays: {figure}");
            Assert.True(figure.IsCopiedRight, $"The {figure.Name} of node B equal those of node A: {figure}");
        }
    }

    /// <summary>How the replication stands, with a look at node B as a server makes it every second.</summary>
    public async Task<ReplicationReport> StatusAsync()
    {
        await Home.Get<NodeBWatch>().LookAsync(CancellationToken.None);
        return await Home.Get<ReplicationStatus>().ReadAsync(CancellationToken.None);
    }

    public Task SetMemberAsync(int userId, bool isMember) => Home.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture, $"UPDATE users SET is_in_community = {isMember} WHERE id = {userId}"));

    /// <summary>Asks node B.</summary>
    public async Task<T> ReadStatsAsync<T>(string sql)
    {
        await using var command = Stats.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteStatsAsync(string sql)
    {
        await using var command = Stats.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How many of the plays node B has.</summary>
    public Task<long> PlaysAsync() => ReadStatsAsync<long>("SELECT count(*) FROM plays");

    /// <summary>Such as DISABLE.</summary>
    public async Task ExecuteSubscriptionAsync(string what) =>
        await ExecuteStatsAsync($"ALTER SUBSCRIPTION {await Home.Get<NodeA>().FindNameAsync(CancellationToken.None)} {what}");

    /// <summary>Node B first: the slot on node A is in use until its subscription is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await StatsDatabase.DisposeAsync();
        await Home.DisposeAsync();
    }
}
