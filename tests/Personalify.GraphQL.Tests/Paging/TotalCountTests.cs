using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Tests.Data;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Paging;

/// <summary>A list is counted when a client asks, while it can be.</summary>
public sealed class TotalCountTests(SongDatabase database) : IClassFixture<SongDatabase>
{
    private static readonly Schema Schema = new SchemaBuilder(new Factories()).AddQueryType<Query>().Build();

    [StoreTheory]
    [InlineData("songs")]
    [InlineData("table")]
    public async Task Who_asks_for_the_count_gets_it_from_a_resolver_whose_context_is_gone(string field) =>
        Assert.Equal($$$"""{"{{{field}}}":{"totalCount":4,"nodes":[{"title":"Amber"}]}}""", await DataAsync($"{{ {field}(first: 1) {{ totalCount nodes {{ title }} }} }}", statements: 2));

    [StoreTheory]
    [InlineData("songs(first: 1) { nodes { title } }")]
    [InlineData("songs(first: 1) { totalCount @skip(if: true) nodes { title } }")]
    [InlineData("uncounted(first: 1) { nodes { title } }")]
    public async Task Who_does_not_ask_pays_for_no_count(string field) => await DataAsync($"{{ {field} }}", statements: 1);

    [StoreFact]
    public async Task Another_name_is_the_count_too() =>
        Assert.Equal("""{"songs":{"all":4}}""", await DataAsync("{ songs(first: 1) { ...Count } } fragment Count on SongsConnection { all: totalCount }", statements: 2));

    [StoreFact]
    public async Task A_count_that_comes_too_late_says_so()
    {
        await using var services = database.Services();
        var page = await Query.ReadAsync(new PagingArguments(1), services.GetRequiredService<IDbContextFactory<SongContext>>());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await page.CountAsync());

        Assert.Equal(
            "The list of this page can be counted no more: its SongContext was disposed of. Read the page with PagingArguments whose IncludeTotalCount is set, which counts at once.",
            error.Message);
    }

    private async Task<string> DataAsync(string query, int statements)
    {
        await using var services = database.Services();
        database.Statements.Clear();
        using var result = await Schema.AskAsync(query, services);
        Assert.Equal([], result.Errors.Select(error => error.Message + error.Exception));
        Assert.Equal(statements, database.Statements.Count);
        return Encoding.UTF8.GetString(result.Data.Span);
    }

    internal sealed class Query
    {
        [UsePaging(IncludeTotalCount = true)]
        public static Task<Page<Songs.Song>> GetSongsAsync(PagingArguments paging, IDbContextFactory<SongContext> contexts) => ReadAsync(paging, contexts);

        [UsePaging]
        public static Task<Page<Songs.Song>> GetUncountedAsync(PagingArguments paging, IDbContextFactory<SongContext> contexts) => ReadAsync(paging, contexts);

        [UsePaging(IncludeTotalCount = true)]
        public static IQueryable<Songs.Song> GetTable(SongContext context) => context.Set<Songs.Song>().OrderBy(song => song.Id);

        [GraphQLIgnore]
        public static async Task<Page<Songs.Song>> ReadAsync(PagingArguments paging, IDbContextFactory<SongContext> contexts)
        {
            await using var context = await contexts.CreateDbContextAsync();
            return await context.Set<Songs.Song>().OrderBy(song => song.Id).ToPageAsync(paging);
        }
    }

    private sealed class Factories : IServiceProviderIsService
    {
        public bool IsService(Type serviceType) => serviceType == typeof(SongContext) || serviceType == typeof(IDbContextFactory<SongContext>);
    }
}
