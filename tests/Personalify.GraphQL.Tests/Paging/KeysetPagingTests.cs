using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Tests.Paging;

public sealed class KeysetPagingTests
{
    private static readonly Song[] Songs =
    [
        new(1, "b", 3, Mood.Calm, true), new(2, "a", null, Mood.Loud, false), new(3, "b", 3, Mood.Loud, true), new(4, "a", 1, Mood.Calm, false),
        new(5, "c", null, Mood.Loud, true), new(6, "b", 2, Mood.Calm, true), new(7, "a", 3, Mood.Loud, true),
    ];

    public static TheoryData<string> Orders => [.. AllOrders.Keys];

    private static Dictionary<string, Func<IQueryable<Song>, IQueryable<Song>>> AllOrders { get; } = new()
    {
        ["id"] = songs => songs.OrderBy(song => song.Id),
        ["id backward"] = songs => songs.OrderByDescending(song => song.Id),
        ["title"] = songs => songs.OrderBy(song => song.Title).ThenByDescending(song => song.Id),
        ["rank"] = songs => songs.OrderBy(song => song.Rank).ThenBy(song => song.Id),
        ["rank backward"] = songs => songs.OrderByDescending(song => song.Rank).ThenBy(song => song.Id),
        ["note"] = songs => songs.OrderBy(song => song.Note).ThenBy(song => song.Id),
        ["note backward"] = songs => songs.OrderByDescending(song => song.Note).ThenBy(song => song.Id),
        ["enum and flag"] = songs => songs.OrderBy(song => song.Mood).ThenByDescending(song => song.IsLive).ThenBy(song => song.Id),
        ["computed"] = songs => songs.OrderBy(song => song.Id % 3).ThenBy(song => song.Id),
        ["filtered afterwards"] = songs => songs.OrderBy(song => song.Title).ThenBy(song => song.Id).Where(song => song.Id != 3),
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_of_any_size_in_any_direction_make_the_whole_list(string order)
    {
        var query = AllOrders[order](Songs.AsQueryable());
        var whole = Whole(order, query);
        for (var size = 1; size <= Songs.Length + 1; size++)
        {
            Assert.Equal(whole, await ForwardAsync(query, size));
            Assert.Equal(whole, await BackwardAsync(query, size));
        }
    }

    [Fact]
    public async Task A_page_knows_whether_there_is_more()
    {
        var query = AllOrders["id"](Songs.AsQueryable());
        var first = await query.ToPageAsync(new PagingArguments(3));
        Assert.Equal("1 2 3 True False", Told(first));

        var between = await query.ToPageAsync(new PagingArguments(9, first.CreateCursor(Songs[1]), null, first.CreateCursor(Songs[5])));
        Assert.Equal("3 4 5 False True", Told(between));

        var last = await query.ToPageAsync(new PagingArguments(null, null, 2));
        Assert.Equal("6 7 False True", Told(last));
        Assert.Equal(7, await last.CountAsync());
    }

    [Fact]
    public async Task A_place_stays_where_it_was_when_items_come_and_go()
    {
        var order = AllOrders["title"];
        var cursor = (await order(Songs.AsQueryable()).ToPageAsync(new PagingArguments(2))).ToConnection().PageInfo.EndCursor;
        var changed = Songs.Where(song => song.Id is not (7 or 4)).Append(new Song(9, "a", 1, Mood.Calm, true)).AsQueryable();
        var rest = await order(changed).ToPageAsync(new PagingArguments(9, cursor));
        Assert.Equal([2, 6, 3, 1, 5], Ids(rest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("W10")]
    [InlineData("WyJ4Il0")]
    [InlineData("WzEsMl0")]
    [InlineData("W251bGxd")]
    [InlineData("e30")]
    public async Task What_is_no_cursor_of_the_list_is_refused(string cursor)
    {
        var query = AllOrders["id"](Songs.AsQueryable());
        var refused = await Assert.ThrowsAsync<GraphQLException>(() => query.ToPageAsync(new PagingArguments(1, cursor)));
        Assert.Equal(("HC0078", "after is not a cursor of this list. Take one from pageInfo or an edge."), (refused.Error.Code, refused.Message));
    }

    [Fact]
    public async Task A_cursor_has_a_bounded_length() => Assert.Equal(
        "HC0078",
        (await Assert.ThrowsAsync<GraphQLException>(() => AllOrders["id"](Songs.AsQueryable()).ToPageAsync(new PagingArguments(1, new string('W', 5000))))).Error.Code);

    [Fact]
    public async Task A_query_without_an_order_of_its_items_has_no_pages()
    {
        var unordered = await Assert.ThrowsAsync<InvalidOperationException>(() => Songs.AsQueryable().ToPageAsync(new PagingArguments(1)));
        Assert.Contains("has no order", unordered.Message, StringComparison.Ordinal);
        var elsewhere = Songs.AsQueryable().OrderBy(song => song.Id).Select(song => song.Title);
        Assert.Contains(
            "that its items do not tell", (await Assert.ThrowsAsync<InvalidOperationException>(() => elsewhere.ToPageAsync(new PagingArguments(1)))).Message, StringComparison.Ordinal);
    }

    /// <summary>The list as our order has it: null comes last, or first backward.</summary>
    private static List<int> Whole(string order, IQueryable<Song> query)
    {
        IEnumerable<Song> whole = order switch
        {
            "rank" => Songs.OrderBy(song => song.Rank is null).ThenBy(song => song.Rank).ThenBy(song => song.Id),
            "rank backward" => Songs.OrderByDescending(song => song.Rank is null).ThenByDescending(song => song.Rank).ThenBy(song => song.Id),
            "note" => Songs.OrderBy(song => song.Note is null).ThenBy(song => song.Note).ThenBy(song => song.Id),
            "note backward" => Songs.OrderByDescending(song => song.Note is null).ThenByDescending(song => song.Note).ThenBy(song => song.Id),
            _ => query,
        };
        return [.. whole.Select(song => song.Id)];
    }

    private static async Task<List<int>> ForwardAsync(IQueryable<Song> query, int size)
    {
        var ids = new List<int>();
        string? after = null;
        Page<Song> page;
        do
        {
            page = await query.ToPageAsync(new PagingArguments(size, after));
            ids.AddRange(Ids(page));
            after = page.ToConnection().PageInfo.EndCursor;
        }
        while (page.HasNextPage);
        return ids;
    }

    private static async Task<List<int>> BackwardAsync(IQueryable<Song> query, int size)
    {
        var ids = new List<int>();
        string? before = null;
        Page<Song> page;
        do
        {
            page = await query.ToPageAsync(new PagingArguments(null, null, size, before));
            ids.InsertRange(0, Ids(page));
            before = page.ToConnection().PageInfo.StartCursor;
        }
        while (page.HasPreviousPage);
        return ids;
    }

    private static string Told(Page<Song> page) => $"{string.Join(' ', Ids(page))} {page.HasNextPage} {page.HasPreviousPage}";

    private static int[] Ids(Page<Song> page) => [.. page.Items.Select(song => song.Id)];

    internal enum Mood
    {
        Loud,
        Calm,
    }

    internal sealed record Song(int Id, string Title, int? Rank, Mood Mood, bool IsLive)
    {
        public string? Note => Rank is null ? null : $"{Title}{Rank}";
    }
}
