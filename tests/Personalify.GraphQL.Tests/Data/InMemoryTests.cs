using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Data;

public sealed class InMemoryTests
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();
    private static readonly Schema Lists = new SchemaBuilder().AddFiltering().AddSorting().AddQueryType<ListQuery>().Build();
    private static readonly Schema Queries = new SchemaBuilder().AddFiltering().AddSorting().AddQueryType<QueryableQuery>().Build();

    [Theory]
    [MemberData(nameof(SongCases.Filters), MemberType = typeof(SongCases))]
    public async Task A_list_is_filtered(string where, string ids) => Assert.Equal(ids, await Lists.IdsAsync($"where: {where}", NoServices));

    [Theory]
    [MemberData(nameof(SongCases.Filters), MemberType = typeof(SongCases))]
    public async Task A_filter_may_be_a_variable(string where, string ids) => Assert.Equal(
        ids, await Queries.IdsAsync("where: $where", NoServices, $$"""{"where": {{JsonOf.Literal(where)}}}""", "($where: SongFilterInput)"));

    [Theory]
    [MemberData(nameof(SongCases.Orders), MemberType = typeof(SongCases))]
    public async Task A_list_is_put_in_order(string order, string ids) => Assert.Equal(ids, await Lists.IdsAsync($"order: {order}", NoServices));

    [Fact]
    public async Task What_is_not_there_comes_first() => Assert.Equal("4 1 3 2", await Lists.IdsAsync("order: [{singer: {name: ASC}}]", NoServices));

    [Fact]
    public async Task Null_and_nothing_ask_for_everything()
    {
        Assert.Equal("1 2 3 4", await Lists.IdsAsync("where: null, order: null", NoServices));
        Assert.Equal("1 2 3 4", await Lists.IdsAsync("order: []", NoServices));
        Assert.Equal("1 2 3 4", await Lists.IdsAsync("first: 5", NoServices));
    }

    public sealed class ListQuery
    {
        [UseFiltering]
        [UseSorting]
        public static List<Songs.Song> GetSongs(int first = 10) => [.. Songs.All().Take(first)];
    }

    public sealed class QueryableQuery
    {
        [UseFiltering]
        [UseSorting]
        public static Task<IQueryable<Songs.Song>> GetSongsAsync() => Task.FromResult(Songs.All().AsQueryable());
    }
}
