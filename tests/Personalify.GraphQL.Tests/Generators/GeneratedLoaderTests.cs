using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Tests.Data;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Generators;

/// <summary>Loaders that the generator wrote for this assembly, in requests over PostgreSQL.</summary>
public sealed class GeneratedLoaderTests(SongDatabase database) : IClassFixture<SongDatabase>
{
    private static readonly Schema Schema = new SchemaBuilder(new SongServices()).AddFiltering().AddSorting().AddProjections()
        .AddQueryType<Query>().AddType(typeof(SingerType)).Build();

    [StoreFact]
    public async Task Values_by_key_are_one_statement() => Assert.Equal(
        """{"singers":[{"name":"Ada"},{"name":"Bob"}]}""", await DataAsync("{ singers { name } }", statements: 1));

    [StoreFact]
    public async Task Lists_of_many_parents_are_one_statement_that_reads_what_is_asked_for()
    {
        Assert.Equal(
            """{"singers":[{"songs":[{"msPlayed":3000},{"msPlayed":1000}]},{"songs":[{"msPlayed":2000}]}]}""",
            await DataAsync("{ singers { songs(where: {mood: {in: [CALM, WILD]}}, order: {id: DESC}) { msPlayed } } }", statements: 2));
        var statement = database.Statements.Last();
        Assert.DoesNotContain("\"Title\"", statement, StringComparison.Ordinal);
        Assert.Contains("ORDER BY", statement, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Lists_that_are_asked_for_in_two_ways_are_two_statements() => Assert.Equal(
        """{"singers":[{"few":[],"all":[{"id":"1"},{"id":"3"}]},{"few":[{"id":"2"}],"all":[{"id":"2"}]}]}""",
        await DataAsync("{ singers { few: songs(where: {rating: {eq: 3}}, order: {id: ASC}) { id } all: songs(order: {id: ASC}) { id } } }", statements: 3));

    [StoreFact]
    public async Task A_value_that_was_read_by_another_way_is_not_read_again() => Assert.Equal(
        """{"firstSinger":{"name":"Ada","self":{"name":"Ada"}}}""", await DataAsync("{ firstSinger { name self { name } } }", statements: 1));

    [StoreFact]
    public async Task What_callers_ask_for_may_come_in_pieces()
    {
        Assert.Equal(
            """{"singers":[{"longSongs":[{"title":"Coral_Reef"}]},{"longSongs":[]}]}""",
            await DataAsync("{ singers { longSongs { title } } }", statements: 2));
        var statement = database.Statements.Last();
        Assert.Contains("\"Title\"", statement, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Rating\"", statement, StringComparison.Ordinal);
    }

    private async Task<string> DataAsync(string query, int statements)
    {
        await using var services = database.Services(collection => collection.AddDataLoaders());
        database.Statements.Clear();
        using var result = await Schema.AskAsync(query, services);
        Assert.Equal([], result.Errors.Select(error => error.Message + error.Exception));
        Assert.Equal(statements, database.Statements.Count);
        return Encoding.UTF8.GetString(result.Data.Span);
    }

    public sealed class Query
    {
        public static Task<IReadOnlyList<Songs.Singer>> GetSingersAsync(ISingerByIdDataLoader singers, CancellationToken cancellationToken) =>
            singers.LoadRequiredAsync([1, 2], cancellationToken);

        public static Task<Songs.Singer?> GetFirstSingerAsync(SingerByNameDataLoader singers, CancellationToken cancellationToken) => singers.LoadAsync("Ada", cancellationToken);
    }

    [ObjectType<Songs.Singer>]
    public static class SingerType
    {
        public static Task<Songs.Singer?> GetSelfAsync([Parent] Songs.Singer singer, SingerByIdDataLoader singers, CancellationToken cancellationToken) =>
            singers.LoadAsync(singer.Id, cancellationToken);

        public static async Task<Songs.Song[]> GetLongSongsAsync([Parent] Songs.Singer singer, ISomeSongsBySingerDataLoader songs, CancellationToken cancellationToken) =>
            (await songs.Where(song => song.MsPlayed > 2000).Select(song => new Songs.Song { Title = song.Title }).LoadAsync(singer.Id, cancellationToken))!;

        [UseFiltering]
        [UseSorting]
        public static async Task<Songs.Song[]> GetSongsAsync(
            [Parent(nameof(Songs.Singer.Id))] Songs.Singer singer, QueryContext<Songs.Song> query, ISongsBySingerDataLoader songs, CancellationToken cancellationToken) =>
            (await songs.With(query).LoadAsync(singer.Id, cancellationToken))!;
    }
}

public static class SongLoaders
{
    [DataLoader(Lookups = [nameof(IdOf)])]
    public static async Task<IReadOnlyDictionary<int, Songs.Singer>> GetSingerByIdAsync(
        IReadOnlyList<int> ids, SongContext context, CancellationToken cancellationToken) =>
        await context.Set<Songs.Singer>().Where(singer => ids.Contains(singer.Id)).ToDictionaryAsync(singer => singer.Id, cancellationToken);

    public static int IdOf(Songs.Singer singer) => singer.Id;

    [DataLoader]
    public static async Task<IReadOnlyDictionary<string, Songs.Singer>> GetSingerByNameAsync(
        IReadOnlyList<string> names, SongContext context, CancellationToken cancellationToken) =>
        await context.Set<Songs.Singer>().Where(singer => names.Contains(singer.Name)).ToDictionaryAsync(singer => singer.Name, cancellationToken);

    [DataLoader]
    public static async Task<ILookup<int, Songs.Song>> GetSongsBySingerAsync(
        IReadOnlyList<int> ids, QueryContext<Songs.Song> query, SongContext context, CancellationToken cancellationToken)
    {
        int?[] singers = [.. ids];
        var songs = context.Set<Songs.Song>().AsNoTracking().Where(song => singers.Contains(song.SingerId));
        return (await songs.With(query.Include(song => song.SingerId)).ToListAsync(cancellationToken)).ToLookup(song => song.SingerId!.Value);
    }

    [DataLoader]
    public static async Task<ILookup<int, Songs.Song>> GetSomeSongsBySingerAsync(
        IReadOnlyList<int> ids, ISelectorBuilder selector, IPredicateBuilder predicate, SongContext context, CancellationToken cancellationToken)
    {
        int?[] singers = [.. ids];
        var songs = context.Set<Songs.Song>().AsNoTracking().Where(song => singers.Contains(song.SingerId));
        return (await songs.Where(predicate).Select(song => song.SingerId, selector).ToListAsync(cancellationToken)).ToLookup(song => song.SingerId!.Value);
    }
}
