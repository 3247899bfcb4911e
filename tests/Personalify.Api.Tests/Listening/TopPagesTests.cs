using System.Text.Json;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

/// <summary>Rankings page by page, from either end and beyond the hundredth.</summary>
public sealed class TopPagesTests(TopPagesTests.Data data) : IClassFixture<TopPagesTests.Data>
{
    private readonly ListeningApplication _application = data.Application;

    [StoreTheory]
    [InlineData("topTracks", "track_id", "TIME", "sum(ms_played) DESC, count(*) DESC", 30, true)]
    [InlineData("topTracks", "track_id", "PLAYS", "count(*) DESC, sum(ms_played) DESC", 100, true)]
    [InlineData("topTracks", "track_id", "TIME", "sum(ms_played) DESC, count(*) DESC", 23, false)]
    [InlineData("topArtists", "artist_id", "PLAYS", "count(*) DESC, sum(ms_played) DESC", 7, false)]
    [InlineData("topAlbums", "album_id", "TIME", "sum(ms_played) DESC, count(*) DESC", 9, true)]
    public async Task Pages_make_the_whole_ranking_with_its_ranks(string field, string column, string order, string sql, int size, bool isForward)
    {
        var whole = await _application.Database.ReadAsync<string[]>(
            $"""
            SELECT array(SELECT row_number() OVER () || ' ' || line FROM (
                SELECT count(*) || ' ' || sum(ms_played) AS line
                FROM plays JOIN tracks ON tracks.user_id = plays.user_id AND tracks.id = track_id
                WHERE plays.user_id = {UserId} AND NOT is_superseded AND {column} IS NOT NULL GROUP BY {column} ORDER BY {sql}, {column}) AS ranked)
            """);
        var (all, cursor, more) = (new List<string>(), (string?)null, true);
        while (more)
        {
            var page = await PageAsync(field, order, size, cursor, isForward);
            Assert.Equal(whole.Length, page.GetProperty("totalCount").GetInt32());
            all.InsertRange(isForward ? all.Count : 0, Entries(page));
            var info = page.GetProperty("pageInfo");
            more = info.GetProperty(isForward ? "hasNextPage" : "hasPreviousPage").GetBoolean();
            cursor = info.GetProperty(isForward ? "endCursor" : "startCursor").GetString();
        }

        Assert.Equal(whole, all);
    }

    [StoreTheory]
    [InlineData("first: 5, after: \"i3\", before: \"i6\"", 4, 5)]
    [InlineData("last: 1, after: \"i3\", before: \"i6\"", 5, 5)]
    [InlineData("first: 5, before: \"i3\"", 1, 2)]
    public async Task Between_two_cursors_lies_what_is_between(string page, int from, int to)
    {
        var ranks = (await _application.Ada.QueryAsync($"{{ me {{ listening {{ topTracks({page}) {{ nodes {{ rank }} }} }} }} }}"))
            .GetProperty("me").GetProperty("listening").GetProperty("topTracks").GetProperty("nodes").EnumerateArray()
            .Select(node => node.GetProperty("rank").GetInt32());
        Assert.Equal(Enumerable.Range(from, to - from + 1), ranks);
    }

    [StoreTheory]
    [InlineData("first: 5, before: \"i1\"")]
    [InlineData("first: 5, after: \"i2147483647\"")]
    [InlineData("last: 5, before: \"i0\"")]
    public async Task Beyond_the_ends_there_is_nothing(string page)
    {
        var data = await _application.Ada.QueryAsync($"{{ me {{ listening {{ topTracks({page}) {{ nodes {{ rank }} }} }} }} }}");
        Assert.Equal("""{"me":{"listening":{"topTracks":{"nodes":[]}}}}""", data.GetRawText());
    }

    private async Task<JsonElement> PageAsync(string field, string order, int size, string? cursor, bool isForward)
    {
        var place = cursor is null ? "" : $", {(isForward ? "after" : "before")}: \"{cursor}\"";
        var query = $"listening(play: ANY) {{ {field}({(isForward ? "first" : "last")}: {size}{place}, orderBy: {order}) "
            + "{ totalCount nodes { rank plays msPlayed } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
        return (await _application.Ada.QueryAsync($"{{ me {{ {query} }} }}")).GetProperty("me").GetProperty("listening").GetProperty(field);
    }

    private static IEnumerable<string> Entries(JsonElement page) => page.GetProperty("nodes").EnumerateArray()
        .Select(node => $"{node.GetProperty("rank")} {node.GetProperty("plays")} {node.GetProperty("msPlayed")}");

    public sealed class Data : IAsyncLifetime
    {
        internal ListeningApplication Application { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Application = await ListeningApplication.StartAsync();
            await Application.Database.AddAsync(UserId, RandomPlays.Make(600, seed: 9));
        }

        public async Task DisposeAsync() => await Application.DisposeAsync();
    }
}
