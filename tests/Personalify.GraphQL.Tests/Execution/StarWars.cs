using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Execution;

internal abstract record Character(string Id, string Name, string[] Friends, string[] AppearsIn);

internal sealed record Human(string Id, string Name, string[] Friends, string[] AppearsIn, string? HomePlanet) : Character(Id, Name, Friends, AppearsIn);

internal sealed record Droid(string Id, string Name, string[] Friends, string[] AppearsIn, string PrimaryFunction) : Character(Id, Name, Friends, AppearsIn);

/// <summary>The schema that every GraphQL tutorial knows, with friends behind a DataLoader.</summary>
internal static class StarWars
{
    private const string Sdl = """
        type Query { hero(episode: Episode): Character  character(id: ID!): Character  search(text: String!): [SearchResult!]!  human(id: ID!): Human }
        type Mutation { rename(id: ID!, input: NameInput!): Character! }
        interface Character { id: ID!  name: String!  friends(first: Int = 10): [Character]  appearsIn: [Episode!]!  secret: String }
        type Human implements Character { id: ID!  name: String!  friends(first: Int = 10): [Character]  appearsIn: [Episode!]!  secret: String  homePlanet: String }
        type Droid implements Character { id: ID!  name: String!  friends(first: Int = 10): [Character]  appearsIn: [Episode!]!  secret: String  primaryFunction: String }
        union SearchResult = Human | Droid
        input NameInput { name: String! }
        enum Episode { NEWHOPE EMPIRE JEDI }
        """;

    private static readonly string[] All = ["NEWHOPE", "EMPIRE", "JEDI"];

    public static Dictionary<string, Character> Characters() => new Character[]
    {
        new Human("1000", "Luke", ["1002", "1003", "2001"], All, "Tatooine"),
        new Human("1002", "Han", ["1000", "1003", "2001"], All, null),
        new Human("1003", "Leia", ["1000", "1002", "2001", "9999"], All, "Alderaan"),
        new Droid("2001", "R2-D2", ["1000", "1002", "1003"], All, "Astromech"),
    }.ToDictionary(character => character.Id);

    public static (Engine Engine, FetchLog Log) Create()
    {
        var log = new FetchLog();
        var services = new ServiceCollection().AddSingleton(log).AddSingleton(Characters()).AddDataLoader<CharacterLoader>().BuildServiceProvider();
        var engine = new Engine(Sdl) { Services = services }
            .OnAsync("Query.hero", async context => await Load(context).LoadAsync(context.ArgumentValue<string>("episode") == "EMPIRE" ? "1000" : "2001"))
            .OnAsync("Query.character", async context => await Load(context).LoadAsync(context.ArgumentValue<string>("id")!))
            .OnAsync("Query.human", async context => await Load(context).LoadAsync(context.ArgumentValue<string>("id")!) as Human)
            .On("Query.search", context => All(context).Where(character => character.Name.Contains(context.ArgumentValue<string>("text")!, StringComparison.Ordinal)))
            .On("Mutation.rename", context => All(context).First(character => character.Id == context.ArgumentValue<string>("id")) with
            {
                Name = (string)context.ArgumentValue<IReadOnlyDictionary<string, object?>>("input")!["name"]!,
            });
        foreach (var type in new[] { "Human", "Droid" })
        {
            engine.OnAsync($"{type}.friends", async context => await Load(context).LoadAsync([.. context.Parent<Character>().Friends.Take(context.ArgumentValue<int>("first"))]));
            engine.On($"{type}.secret", _ => throw new GraphQL.Errors.GraphQLException("secretBackstory is secret."));
        }

        engine.Type<ObjectType>("Human").RuntimeType = typeof(Human);
        engine.Type<ObjectType>("Droid").RuntimeType = typeof(Droid);
        return (engine, log);

        static CharacterLoader Load(IResolverContext context) => context.Services.GetRequiredService<CharacterLoader>();
        static IEnumerable<Character> All(IResolverContext context) => context.Services.GetRequiredService<Dictionary<string, Character>>().Values;
    }

    private sealed class CharacterLoader(IBatchScheduler scheduler, FetchLog log, Dictionary<string, Character> characters) : BatchDataLoader<string, Character>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<string, Character>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            log.Add(keys);
            await Task.Yield();
            return keys.Where(characters.ContainsKey).ToDictionary(key => key, key => characters[key]);
        }
    }
}
