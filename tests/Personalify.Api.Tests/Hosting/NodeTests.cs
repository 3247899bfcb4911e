using System.Text.Json;
using Personalify.Api.Tests.Listening;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Hosting;

/// <summary>Every object with an id is found again by it, by its owner alone.</summary>
public sealed class NodeTests(NodeTests.Data data) : IClassFixture<NodeTests.Data>
{
    private const string Ids =
        """
        { me { id imports { nodes { id } } plays(play: ANY) { nodes { id track { id artist { id } album { id } } } } } }
        """;

    private const string Nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Play { endedAt } ... on Track { name } } }";

    [StoreFact]
    public async Task Every_object_of_ones_own_is_found_by_its_id()
    {
        var ids = await IdsAsync();
        var nodes = (await data.Application.Ada.QueryAsync(Nodes, new { ids })).GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(ids, nodes.Select(node => node.GetProperty("id").GetString()!));
        Assert.Equal(
            ["Album", "Artist", "Import", "Play", "Track", "User"], nodes.Select(node => node.GetProperty("__typename").GetString()).Distinct().Order());
        Assert.Equal(3, nodes.Where(node => node.TryGetProperty("endedAt", out _)).Count());
    }

    /// <summary>Bob is no administrator, and a stranger is not signed in at all.</summary>
    [StoreFact]
    public async Task What_one_may_not_see_is_null_like_an_unknown_id()
    {
        string[] ids = [.. await IdsAsync(), GlobalId.Of("Track", OtherUserId, 9999), GlobalId.Of("Import", OtherUserId, 99), GlobalId.Of("User", 99)];
        using var stranger = data.Application.Connect();
        foreach (var client in new[] { data.Application.Bob, stranger })
        {
            var answer = await client.QueryAsync(Nodes, new { ids });
            Assert.All(answer.GetProperty("nodes").EnumerateArray(), node => Assert.Equal(JsonValueKind.Null, node.ValueKind));
        }
    }

    [StoreFact]
    public async Task A_play_that_another_one_covers_is_not_there()
    {
        var id = (await PlaysAsync())[0].GetProperty("id").GetString()!;
        await data.Application.Database.ExecuteAsync("UPDATE plays SET is_superseded = true");
        var node = (await data.Application.Ada.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).GetProperty("node");
        await data.Application.Database.ExecuteAsync("UPDATE plays SET is_superseded = false");
        Assert.Equal(JsonValueKind.Null, node.ValueKind);
    }

    [StoreTheory]
    [InlineData("Track", "artist")]
    [InlineData("Artist", "track")]
    public async Task An_id_of_another_type_and_one_that_is_none_are_refused(string type, string field)
    {
        foreach (var id in new[] { GlobalId.Of(type, UserId, 1), "nonsense" })
        {
            var answer = await data.Application.Ada.SendAsync($"query($id: ID!) {{ {field}(id: $id) {{ id }} }}", new { id });
            Assert.True(answer.TryGetProperty("errors", out _), answer.ToString());
        }
    }

    private async Task<string[]> IdsAsync()
    {
        var me = (await data.Application.Ada.QueryAsync(Ids)).GetProperty("me");
        var ids = new List<string> { IdOf(me) };
        ids.AddRange(me.GetProperty("imports").GetProperty("nodes").EnumerateArray().Select(IdOf));
        foreach (var play in me.GetProperty("plays").GetProperty("nodes").EnumerateArray())
        {
            var track = play.GetProperty("track");
            ids.AddRange([IdOf(play), IdOf(track), IdOf(track.GetProperty("artist")), IdOf(track.GetProperty("album"))]);
        }

        return [.. ids];
    }

    private async Task<List<JsonElement>> PlaysAsync() =>
        [.. (await data.Application.Ada.QueryAsync(Ids)).GetProperty("me").GetProperty("plays").GetProperty("nodes").EnumerateArray()];

    private static string IdOf(JsonElement value) => value.GetProperty("id").GetString()!;

    public sealed class Data : IAsyncLifetime
    {
        internal ListeningApplication Application { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Application = await ListeningApplication.StartAsync();
            await Application.Database.AddAsync(
                UserId, new("2024-01-01T12:00:00Z", 1), new("2024-01-01T12:00:00Z", 1, 61_000), new("2024-01-02T12:00:00Z", 8));
        }

        public async Task DisposeAsync() => await Application.DisposeAsync();
    }
}
