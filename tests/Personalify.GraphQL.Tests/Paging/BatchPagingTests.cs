using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Paging;

/// <summary>A page for each of many parents: the same as each parent's own.</summary>
public sealed class BatchPagingTests
{
    private static readonly Track[] Tracks = [.. Enumerable.Range(1, 40).Select(id => new Track(id, id % 3, id % 4 == 0 ? null : id % 5, $"{id * 7 % 10}"))];

    private static readonly Dictionary<string, Func<IQueryable<Track>, IQueryable<Track>>> AllOrders = new()
    {
        ["id"] = tracks => tracks.OrderBy(track => track.Id),
        ["title backward"] = tracks => tracks.OrderByDescending(track => track.Title).ThenBy(track => track.Id),
        ["rank"] = tracks => tracks.OrderBy(track => track.Rank).ThenByDescending(track => track.Id),
        ["filtered afterwards"] = tracks => tracks.OrderBy(track => track.Title).ThenBy(track => track.Id).Where(track => track.Id != 3),
    };

    public static TheoryData<string> Orders => [.. AllOrders.Keys];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_page_is_what_its_parent_alone_would_have(string order)
    {
        var query = AllOrders[order](Tracks.AsQueryable());
        var cursor = (await query.ToPageAsync(new PagingArguments(20))).ToConnection().PageInfo.EndCursor;
        PagingArguments[] all = [new(1), new(4), new(40), new(3, cursor), new(null, null, 2), new(null, null, 5, cursor), new(9, null, null, cursor)];
        foreach (var arguments in all)
        {
            var pages = await query.ToBatchPageAsync(track => track.AlbumId, arguments, includeTotalCount: true);
            for (var album = 0; album < 3; album++)
            {
                var own = await query.Where(track => track.AlbumId == album).ToPageAsync(arguments);
                Assert.Equal(await ToldAsync(own), await ToldAsync(pages.GetValueOrDefault(album, Page<Track>.Empty)));
            }
        }
    }

    [Fact]
    public async Task A_parent_without_items_has_no_page() =>
        Assert.Equal([0, 2], (await Tracks.Where(track => track.AlbumId != 1).AsQueryable().OrderBy(track => track.Id).ToBatchPageAsync(track => track.AlbumId, new PagingArguments(1))).Keys.Order());

    [Fact]
    public async Task What_was_not_counted_says_so()
    {
        var pages = await Tracks.AsQueryable().OrderBy(track => track.Id).ToBatchPageAsync(track => track.AlbumId, new PagingArguments(1));
        Assert.Contains("includeTotalCount: true", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await pages[0].CountAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_without_an_order_and_a_cursor_of_another_are_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tracks.AsQueryable().ToBatchPageAsync(track => track.AlbumId, new PagingArguments(1)));
        var refused = await Assert.ThrowsAsync<GraphQLException>(
            () => Tracks.AsQueryable().OrderBy(track => track.Id).ToBatchPageAsync(track => track.AlbumId, new PagingArguments(1, "???")));
        Assert.Equal("HC0078", refused.Error.Code);
    }

    [Fact]
    public async Task A_loader_reads_the_pages_of_all_parents_in_one_batch()
    {
        await using var services = new ServiceCollection().AddSingleton<Reads>().AddDataLoader<TracksLoader>().BuildServiceProvider();
        var schema = new SchemaBuilder(services.GetRequiredService<IServiceProviderIsService>()).AddQueryType<Query>().AddType(typeof(AlbumType)).Build();
        await schema.AnswersAsync(
            "{ albums { tracks(first: 2) { nodes { id } pageInfo { hasNextPage } } } }",
            """{"albums":[{"tracks":{"nodes":[{"id":3},{"id":6}],"pageInfo":{"hasNextPage":true}}},{"tracks":{"nodes":[{"id":1},{"id":4}],"pageInfo":{"hasNextPage":true}}},{"tracks":{"nodes":[],"pageInfo":{"hasNextPage":false}}}]}""",
            services);
        Assert.Equal(1, services.GetRequiredService<Reads>().Count);
    }

    private static async Task<string> ToldAsync(Page<Track> page) => page.Items.Count == 0 ? "nothing"
        : $"{string.Join(' ', page.Items.Select(track => track.Id))} {page.HasNextPage} {page.HasPreviousPage} {page.CreateCursor(page.Items[0])} {await page.CountAsync()}";

    internal sealed record Track(int Id, int AlbumId, int? Rank, string Title);

    internal sealed record Album(int Id);

    internal sealed class Reads
    {
        public int Count { get; set; }
    }

    internal sealed class Query
    {
        public static Album[] GetAlbums() => [new(0), new(1), new(99)];
    }

    [ExtendObjectType(typeof(Album))]
    internal static class AlbumType
    {
        [UsePaging]
        public static async Task<Page<Track>> GetTracksAsync([Parent] Album album, PagingArguments paging, TracksLoader tracks, CancellationToken cancellationToken) =>
            await tracks.With(paging).LoadAsync(album.Id, cancellationToken) ?? Page<Track>.Empty;
    }

    internal sealed class TracksLoader(Reads reads, IBatchScheduler scheduler) : StatefulBatchDataLoader<int, Page<Track>>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, Page<Track>>> LoadBatchAsync(
            IReadOnlyList<int> keys, DataLoaderFetchContext context, CancellationToken cancellationToken)
        {
            reads.Count++;
            return await Tracks.AsQueryable().Where(track => keys.Contains(track.AlbumId)).OrderBy(track => track.Id)
                .ToBatchPageAsync(track => track.AlbumId, context.GetPagingArguments(), cancellationToken: cancellationToken);
        }
    }
}
