using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Data;

/// <summary>The same cases over EF Core and PostgreSQL: the database does the work, and values are never text of a statement.</summary>
public sealed partial class PostgresTests(SongDatabase database) : IClassFixture<SongDatabase>
{
    private static readonly Schema Schema = new SchemaBuilder(new SongServices()).AddFiltering().AddSorting().AddProjections()
        .AddQueryType<Query>().AddType(typeof(SongType)).Build();

    [StoreTheory]
    [MemberData(nameof(SongCases.Filters), MemberType = typeof(SongCases))]
    public async Task A_table_is_filtered_by_the_database(string where, string ids)
    {
        Assert.Equal(ids, await IdsAsync($"where: {where}, order: [{{id: ASC}}]"));
        if (ids != "1 2 3 4") Assert.Contains("WHERE", Assert.Single(database.Statements), StringComparison.Ordinal);
    }

    [StoreTheory]
    [MemberData(nameof(SongCases.Orders), MemberType = typeof(SongCases))]
    public async Task A_table_is_put_in_order_by_the_database(string order, string ids)
    {
        Assert.Equal(ids, await IdsAsync($"order: {order}"));
        Assert.Contains("ORDER BY", Assert.Single(database.Statements), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("where: {title: {eq: $text}}")]
    [InlineData("where: {title: {contains: $text}}")]
    [InlineData("where: {title: {nstartsWith: $text}}")]
    [InlineData("where: {title: {in: [$text]}}")]
    [InlineData("where: {tags: {some: {endsWith: $text}}}")]
    [InlineData("where: {singer: {name: {ncontains: $text}}}")]
    public async Task A_value_is_a_parameter_and_no_text_of_the_statement(string arguments)
    {
        await IdsAsync(arguments, """{"text": "x'; DROP TABLE songs; --"}""", "($text: String!)");
        var statement = Assert.Single(database.Statements);
        Assert.DoesNotContain("DROP", statement, StringComparison.Ordinal);
        Assert.Contains("@", statement, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_literal_of_the_document_is_a_parameter_too()
    {
        await IdsAsync("where: {msPlayed: {gt: 12345}}");
        Assert.DoesNotContain("12345", Assert.Single(database.Statements), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Something_of_another_table_decides_the_order() =>
        Assert.Equal("1 3 2 4", await IdsAsync("order: [{singer: {name: ASC}}, {id: ASC}]"));

    [StoreFact]
    public async Task Only_the_columns_that_are_asked_for_are_read()
    {
        Assert.Equal(
            """{"projected":[{"msPlayed":1000,"singer":{"name":"Ada"}},{"msPlayed":4000,"singer":null}]}""",
            await DataAsync("{ projected(where: {mood: {eq: CALM}}, order: {id: ASC}) { msPlayed singer { name } } }"));
        var statement = Assert.Single(database.Statements);
        Assert.Equal("Id Id Id MsPlayed Name", ColumnsOf(statement));
    }

    [StoreFact]
    public async Task Lists_inside_are_read_with_the_same_statement()
    {
        Assert.Equal(
            """{"projected":[{"reviews":[{"stars":5},{"stars":4}]}]}""",
            await DataAsync("{ projected(where: {id: {eq: 1}}) { reviews { stars } } }"));
        Assert.Equal("Id Id Stars", ColumnsOf(Assert.Single(database.Statements)));
    }

    [StoreFact]
    public async Task What_a_resolver_needs_of_its_parent_is_read_too()
    {
        Assert.Equal("""{"projected":[{"length":"1 s"}]}""", await DataAsync("{ projected(where: {id: {eq: 1}}) { length } }"));
        Assert.Equal("Id MsPlayed", ColumnsOf(Assert.Single(database.Statements)));
    }

    [StoreFact]
    public async Task A_resolver_that_does_not_say_what_it_needs_gets_the_whole_object()
    {
        Assert.Equal("""{"projected":[{"everything":"Amber 5 secret"}]}""", await DataAsync("{ projected(where: {id: {eq: 1}}) { everything } }"));
        Assert.Contains("\"Cover\"", Assert.Single(database.Statements), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Fragments_aliases_and_conditions_count()
    {
        await DataAsync(
            """
            query Q($yes: Boolean = true) {
              projected { ...Names a: singer { born } b: singer { ... @include(if: $yes) { name } } energy @skip(if: $yes) }
            }
            fragment Names on Song { heading: title }
            """);
        Assert.Equal("Born Id Id Id Name Title", ColumnsOf(Assert.Single(database.Statements)));
    }

    [StoreFact]
    public async Task A_query_context_does_the_same_for_a_store_that_is_asked_by_hand()
    {
        Assert.Equal(
            """{"byHand":[{"msPlayed":4000},{"msPlayed":2000}]}""",
            await DataAsync("{ byHand(where: {msPlayed: {lt: 9000}}) { msPlayed } }"));
        var statement = Assert.Single(database.Statements);
        Assert.Equal("Id MsPlayed", ColumnsOf(statement));
        Assert.Contains("\"MsPlayed\" < @", statement, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Pages_are_filtered_ordered_and_projected()
    {
        const string Arguments = "where: {rating: {neq: 3}}, order: {mood: ASC}";
        var first = await DataAsync($"{{ paged(first: 2, {Arguments}) {{ nodes {{ msPlayed }} pageInfo {{ hasNextPage endCursor }} }} }}");
        Assert.Equal("Id Mood MsPlayed", ColumnsOf(Assert.Single(database.Statements)));
        var cursor = JsonDocument.Parse(first).RootElement.GetProperty("paged").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        Assert.StartsWith("""{"paged":{"nodes":[{"msPlayed":1000},{"msPlayed":4000}],"pageInfo":{"hasNextPage":true""", first, StringComparison.Ordinal);
        Assert.Equal(
            """{"paged":{"edges":[{"node":{"msPlayed":3000}}],"pageInfo":{"hasNextPage":false}}}""",
            await DataAsync($"{{ paged(first: 2, after: \"{cursor}\", {Arguments}) {{ edges {{ node {{ msPlayed }} }} pageInfo {{ hasNextPage }} }} }}"));
        Assert.Contains("ORDER BY", Assert.Single(database.Statements), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Pages_that_nobody_ordered_are_in_the_order_of_the_key()
    {
        Assert.Equal("""{"paged":{"nodes":[{"id":"1"},{"id":"2"}]}}""", await DataAsync("{ paged(first: 2) { nodes { id } } }"));
        Assert.Contains("ORDER BY", Assert.Single(database.Statements), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_for_each_parent_is_one_statement(bool isForward)
    {
        await using var services = database.Services();
        await using var context = await services.GetRequiredService<IDbContextFactory<SongContext>>().CreateDbContextAsync();
        var songs = context.Set<Songs.Song>().Where(song => song.Id > 0).OrderByDescending(song => song.Rating).ThenBy(song => song.Id);
        database.Statements.Clear();

        var pages = await songs.ToBatchPageAsync(song => song.Mood, isForward ? new PagingArguments(1) : new PagingArguments(null, null, 1));

        Assert.Contains("ROW_NUMBER() OVER(PARTITION BY", Assert.Single(database.Statements), StringComparison.Ordinal);
        foreach (var (mood, page) in pages)
        {
            var alone = await songs.Where(song => song.Mood == mood).ToPageAsync(isForward ? new PagingArguments(1) : new PagingArguments(null, null, 1));
            Assert.Equal(alone.Items.Select(song => song.Id), page.Items.Select(song => song.Id));
            Assert.Equal((alone.HasNextPage, alone.HasPreviousPage), (page.HasNextPage, page.HasPreviousPage));
        }

        Assert.Equal(2, pages.Count);
    }

    [StoreFact]
    public async Task The_lists_of_all_parents_are_counted_by_one_statement_more()
    {
        await using var services = database.Services();
        await using var context = await services.GetRequiredService<IDbContextFactory<SongContext>>().CreateDbContextAsync();
        database.Statements.Clear();

        var pages = await context.Set<Songs.Song>().OrderBy(song => song.Id).ToBatchPageAsync(song => song.Mood, new PagingArguments(1), includeTotalCount: true);

        Assert.Equal(2, database.Statements.Count);
        Assert.Equal(4, await pages[Songs.Mood.Calm].CountAsync() + await pages[Songs.Mood.Wild].CountAsync());
    }

    private async Task<string> DataAsync(string query)
    {
        await using var services = database.Services();
        database.Statements.Clear();
        using var result = await Schema.AskAsync(query, services);
        Assert.Equal([], result.Errors.Select(error => error.Message + error.Exception));
        return Encoding.UTF8.GetString(result.Data.Span);
    }

    /// <summary>
    /// The columns that the outermost SELECT reads, in the order of their names: for an object inside, its key once to see whether it is
    /// there, and once as its own.
    /// </summary>
    private static string ColumnsOf(string statement)
    {
        var selected = statement[..statement.IndexOf("FROM", StringComparison.Ordinal)];
        return string.Join(' ', Column().Matches(selected).Select(match => match.Groups[1].Value).Where(name => name != "c").Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\.""(\w+)""")]
    private static partial Regex Column();

    private async Task<string> IdsAsync(string arguments, string variables = "{}", string declared = "")
    {
        await using var services = database.Services();
        database.Statements.Clear();
        return await Schema.IdsAsync(arguments, services, variables, declared);
    }

    public sealed class Query
    {
        [UseFiltering]
        [UseSorting]
        public static IQueryable<Songs.Song> GetSongs(SongContext context) => context.Set<Songs.Song>().AsNoTracking();

        [UsePaging]
        [UseProjection]
        [UseFiltering]
        [UseSorting]
        public static IQueryable<Songs.Song> GetPaged(SongContext context) => context.Set<Songs.Song>().AsNoTracking();

        [UseProjection]
        [UseFiltering]
        [UseSorting]
        public static IQueryable<Songs.Song> GetProjected(SongContext context) => context.Set<Songs.Song>().AsNoTracking();

        [UseFiltering]
        [UseSorting]
        public static async Task<Songs.Song[]> GetByHandAsync(SongContext context, QueryContext<Songs.Song> query, CancellationToken cancellationToken) =>
            await context.Set<Songs.Song>()
                .With(query.And(song => song.IsLive), sorting => sorting.IfEmpty(empty => empty.AddDescending(song => song.Rating)).AddUniqueKey())
                .ToArrayAsync(cancellationToken);
    }

    [ObjectType<Songs.Song>]
    public static class SongType
    {
        public static string GetLength([Parent(nameof(Songs.Song.MsPlayed))] Songs.Song song) => $"{song.MsPlayed / 1000} s";

        public static string GetEverything([Parent] Songs.Song song) => $"{song.Title} {song.Rating} {song.Secret}";
    }
}
