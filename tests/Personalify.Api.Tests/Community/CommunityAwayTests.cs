using System.Diagnostics;
using System.Text.Json;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Tests.Imports;
using Personalify.Api.Tests.Remote;
using Personalify.Testing;

namespace Personalify.Api.Tests.Community;

/// <summary>A node B that is away costs the community and nothing else, for as long as it is away.</summary>
public sealed class CommunityAwayTests
{
    private const string Query = "{ me { name isInCommunity } community { totals { plays } topArtists(first: 50) { name } } }";

    /// <summary>A field has half a second for node B; the rest is for a machine that does something else at that moment.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    [StoreFact]
    public async Task A_node_B_that_is_killed_or_hangs_costs_the_community_and_nothing_else()
    {
        await using var server = await OwnServer.StartAsync("stats");
        await using var home = await CommunityHome.StartAsync(await server.CreateDatabaseAsync());
        foreach (var listener in new[] { 1, 2, 3 }) await home.ImportAsync(listener, new GivenRow("2024-03-01T10:00:00Z"));
        await home.JoinAsync(1, 2, 3);
        await home.CatchUpAsync();
        await AssertShownAsync(home);

        server.Server.Process.Freeze();
        try
        {
            await AssertAwayAsync(home); // The statement waits and is given up.
            await AssertAwayAsync(home); // It is known by now.
        }
        finally
        {
            server.Server.Process.Thaw();
        }

        await AnswersAsync(home);
        await AssertShownAsync(home);

        await server.KillAsync();
        await AssertAwayAsync(home);
        await server.StartAgainAsync();
        await AnswersAsync(home);
        await home.CatchUpAsync(); // A server that is killed may forget the commits of its last moments; what they did is done again.
        await AssertShownAsync(home);
    }

    private static Task AnswersAsync(CommunityHome home) => Eventually.IsTrueAsync(
        async () => (await home.Watch.LookAsync(CancellationToken.None)).State == NodeBState.Up, "node B answers",
        TimeSpan.FromSeconds(60));

    private static async Task AssertShownAsync(CommunityHome home) => Assert.Equal(
        """{"me":{"name":"ada","isInCommunity":true},"community":{"totals":{"plays":5},"topArtists":[{"name":"Mara Quill"}]}}""",
        (await home.Ada.QueryAsync(Query)).GetRawText());

    private static async Task AssertAwayAsync(CommunityHome home)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await home.Ada.SendAsync(Query);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Limit);
        Assert.Equal("""{"me":{"name":"ada","isInCommunity":true},"community":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal("NODE_B_AWAY", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("errors")[0].GetProperty("path").ValueKind);
    }
}
