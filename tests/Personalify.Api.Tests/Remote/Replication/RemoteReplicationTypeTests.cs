using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Remote.Figures;
using Personalify.Api.Remote.Replication;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Replication;

/// <summary>What administrators are told of the replication by the schema.</summary>
public sealed class RemoteReplicationTypeTests
{
    private const string Query =
        """
        { remote { state lag replication {
            state reason lagBytes lagSeconds retainedBytes remainingBytes copyingTables waitingRows refreshedAt } } }
        """;

    [StoreFact]
    public async Task A_node_B_that_follows_has_its_figures_and_one_whose_slot_is_gone_the_command_that_helps()
    {
        await using var home = await RemoteHome.StartAsync();
        await Eventually.IsTrueAsync(async () => $"{(await ReadAsync(home)).GetProperty("state")}" == "STREAMING", "node B streams");
        await home.Application.Services.GetRequiredService<FiguresStore>().RefreshAsync(CancellationToken.None);
        var streaming = await ReadAsync(home);
        Assert.Equal(JsonValueKind.String, streaming.GetProperty("refreshedAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, streaming.GetProperty("reason").ValueKind);
        Assert.True(streaming.GetProperty("retainedBytes").GetInt64() >= 0 && streaming.GetProperty("lagSeconds").GetDouble() >= 0,
            $"{streaming}");
        Assert.Equal((0, 0), (streaming.GetProperty("copyingTables").GetInt32(), streaming.GetProperty("waitingRows").GetInt32()));

        var nodeA = home.Application.Services.GetRequiredService<NodeA>();
        var name = await nodeA.FindNameAsync(CancellationToken.None);
        await home.ExecuteOnBAsync($"ALTER SUBSCRIPTION {name} DISABLE");
        await home.ReadOnAAsync<object>("SELECT pg_logical_emit_message(true, 'test', 'something to wait for')");
        await Eventually.IsTrueAsync(async () => (await ReadAsync(home)).GetProperty("lagBytes").GetInt64() > 0, "something waits");
        var stopped = await ReadAsync(home);
        Assert.Equal("STOPPED", stopped.GetProperty("state").GetString());
        Assert.Contains("ENABLE", stopped.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Number, (await home.Admin.QueryAsync(Query)).GetProperty("remote").GetProperty("lag").ValueKind);

        await Eventually.IsTrueAsync(() => DropAsync(nodeA, name), "the slot is let go of");
        var lost = await ReadAsync(home);
        Assert.Equal("RESYNC_NEEDED", lost.GetProperty("state").GetString());
        Assert.Contains("`remote resync`", lost.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await home.Admin.QueryAsync(Query)).GetProperty("remote").GetProperty("lag").ValueKind);
    }

    [StoreFact]
    public async Task Without_a_node_B_it_says_so_and_others_than_administrators_get_nothing()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", ada);

        var replication = (await ada.QueryAsync(Query)).GetProperty("remote").GetProperty("replication");
        var refused = await bob.SendAsync(Query);

        Assert.Equal("NOT_CONFIGURED", replication.GetProperty("state").GetString());
        Assert.Contains("ConnectionStrings:Stats", replication.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("data").GetProperty("remote").ValueKind);
        Assert.NotEmpty(refused.GetProperty("errors").EnumerateArray());
    }

    private static async Task<JsonElement> ReadAsync(RemoteHome home) =>
        (await home.Admin.QueryAsync(Query)).GetProperty("remote").GetProperty("replication");

    private static async Task<bool> DropAsync(NodeA nodeA, string name)
    {
        try
        {
            await nodeA.DropSlotsAsync(name, CancellationToken.None);
            return true;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.ObjectInUse)
        {
            return false;
        }
    }
}
