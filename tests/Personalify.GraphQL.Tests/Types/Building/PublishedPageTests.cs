using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>The items of a page are known to the loaders of the request that can tell their keys.</summary>
public sealed class PublishedPageTests
{
    private const string FirstAndFriends = "(first: 2) { nodes { id friend { id } } }";

    private static readonly Person[] People = [new(1, 2), new(2, 1), new(3, 1)];

    [Theory]
    [InlineData("people")]
    [InlineData("ordered")]
    [InlineData("page")]
    public async Task What_stands_on_a_page_is_not_loaded(string field) => Assert.Empty(await BatchesAsync($"{{ {field}{FirstAndFriends} }}"));

    [Fact]
    public async Task What_stands_on_another_page_is_loaded() => Assert.Equal(["1"], await BatchesAsync("{ people(last: 1) { nodes { friend { id } } } }"));

    [Fact]
    public async Task What_is_read_in_part_is_nobody_elses() => Assert.Equal(["2,1"], await BatchesAsync($"{{ projected{FirstAndFriends} }}"));

    [Fact]
    public async Task What_a_resolver_publishes_is_not_loaded() => Assert.Empty(await BatchesAsync("{ found { friend { id } } }"));

    [Fact]
    public async Task What_was_known_before_a_write_is_loaded_after_it() =>
        Assert.Equal(["1", "1"], await BatchesAsync("mutation { a: publish { id } b: load { id } c: load { id } }"));

    [Fact]
    public async Task Without_a_lookup_everything_is_loaded() => Assert.Equal(["2,1"], await BatchesAsync($"{{ people{FirstAndFriends} }}", hasLookup: false));

    private static async Task<IReadOnlyList<string>> BatchesAsync(string document, bool hasLookup = true)
    {
        var log = new FetchLog();
        var collection = new ServiceCollection().AddSingleton(log).AddDataLoader<PersonById>();
        if (hasLookup) collection.AddDataLoaderLookup<PersonById, int, Person>(person => person.Id);
        collection.AddGraphQLServer().AddProjections().AddQueryType<Query>().AddMutationType<Mutation>().AddTypeExtension<PersonFields>();
        await using var services = collection.BuildServiceProvider();
        using var result = await services.ExecuteRequestAsync(document);
        Assert.Equal([], result.Errors.Select(error => error.Message));
        Assert.Contains("\"id\":", Encoding.UTF8.GetString(result.Data.Span), StringComparison.Ordinal);
        return log.Batches;
    }

    internal sealed record Person(int Id, [property: GraphQLIgnore] int FriendId);

    [ExtendObjectType(typeof(Person))]
    internal sealed class PersonFields
    {
        public static Task<Person?> GetFriendAsync([Parent(nameof(Person.FriendId))] Person person, PersonById people, CancellationToken cancellationToken) =>
            people.LoadAsync(person.FriendId, cancellationToken);
    }

    internal sealed class Query
    {
        [UsePaging]
        public static Person[] GetPeople() => People;

        [UsePaging]
        public static IQueryable<Person> GetOrdered() => People.AsQueryable().OrderBy(person => person.Id);

        [UsePaging]
        public static Task<Page<Person>> GetPageAsync(PagingArguments paging) => People.AsQueryable().OrderBy(person => person.Id).ToPageAsync(paging);

        [UsePaging]
        [UseProjection]
        public static IQueryable<Person> GetProjected() => People.AsQueryable().OrderBy(person => person.Id);

        public static Person GetFound(DataLoaderScope loaders)
        {
            loaders.PublishMany(People);
            return People[0];
        }
    }

    internal sealed class Mutation
    {
        public static Person Publish(DataLoaderScope loaders)
        {
            loaders.Publish(People[0]);
            return People[0];
        }

        public static Task<Person?> LoadAsync(PersonById people, CancellationToken cancellationToken) => people.LoadAsync(1, cancellationToken);
    }

    internal sealed class PersonById(IBatchScheduler scheduler, FetchLog log) : BatchDataLoader<int, Person>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add(keys);
            return Task.FromResult<IReadOnlyDictionary<int, Person>>(People.Where(person => keys.Contains(person.Id)).ToDictionary(person => person.Id));
        }
    }
}
