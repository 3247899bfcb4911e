using Microsoft.Extensions.Configuration;
using Personalify.Api.Remote;
using Personalify.Api.Remote.Replication;
using Personalify.Api.Tests.Imports;
using Personalify.GraphQL.Commands;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote;

/// <summary><c>remote verify</c>, <c>remote resync</c> and <c>remote unsubscribe</c>.</summary>
public sealed class ReplicationCommandTests
{
    private static readonly GivenFile Export = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"),
        new GivenRow("2024-03-02T10:00:00Z", "Harbour"));

    [StoreFact]
    public async Task Verify_names_what_differs_and_a_resync_mends_it()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        var (code, text) = await RunAsync(nodes.Home, ReplicationCommands.Verify);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("tracks: 2 rows, equal to the plays of both nodes.", text, StringComparison.Ordinal);

        await nodes.ExecuteStatsAsync("UPDATE community.days SET plays = plays + 1 WHERE id = '2024-03-01'");
        (code, text) = await RunAsync(nodes.Home, ReplicationCommands.Verify);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("days: 2 rows are kept and differ", text, StringComparison.Ordinal);

        await nodes.ExecuteStatsAsync(
            "UPDATE community.days SET plays = plays - 1 WHERE id = '2024-03-01'; DELETE FROM plays WHERE track_id = 1");
        (code, text) = await RunAsync(nodes.Home, ReplicationCommands.Verify);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("of node B differ from the 2 of node A", text, StringComparison.Ordinal);

        (code, text) = await RunAsync(nodes.Home, ReplicationCommands.Resync);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Node B has everything", text, StringComparison.Ordinal);
        await nodes.AssertEqualAsync();
    }

    [StoreFact]
    public async Task Unsubscribe_leaves_nothing_on_node_A()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.CatchUpAsync();
        const string remains =
            """
            SELECT (SELECT count(*) FROM pg_replication_slots WHERE database = current_database())
                + (SELECT count(*) FROM pg_roles WHERE rolname = 'personalify_stats_' || (SELECT oid FROM pg_database WHERE datname = current_database()))
            """;
        Assert.Equal(2, await nodes.Home.ReadAsync<long>(remains));

        var (code, _) = await RunAsync(nodes.Home, ReplicationCommands.Unsubscribe);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(0, await nodes.Home.ReadAsync<long>(remains));
    }

    [StoreFact]
    public async Task A_node_A_without_a_node_B_says_so()
    {
        await using var home = await ImportHome.CreateAsync(services => services.AddRemote(new ConfigurationBuilder().Build()));

        var refusal = await Assert.ThrowsAsync<CommandException>(() => RunAsync(home, ReplicationCommands.Resync));

        Assert.Contains("ConnectionStrings__Stats", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ReplicationState.NotConfigured, (await home.Get<ReplicationStatus>().ReadAsync(CancellationToken.None)).State);
    }

    private static async Task<(int Code, string Text)> RunAsync(ImportHome home, Command command)
    {
        await using var text = new StringWriter();
        var run = new CommandRun(home.Get<IServiceProvider>(), [], new Dictionary<string, string>(), text, text, CancellationToken.None);
        return (await command.RunAsync(run), text.ToString());
    }
}
