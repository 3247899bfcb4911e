using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Building;

public sealed class GlobalObjectIdentificationTests
{
    private static readonly Guid Some = new("11112222-3333-4444-5555-666677778888");

    private static readonly Schema Schema = Builder().Build();

    [Fact]
    public void Ids_are_fields_of_nodes()
    {
        var sdl = SchemaPrinter.Print(Schema);
        Assert.Contains("  node(id: ID!): Node\n", sdl, StringComparison.Ordinal);
        Assert.Contains("  nodes(ids: [ID!]!): [Node]! @cost(weight: \"10\") @listSize(slicingArguments: [\"ids\"])\n", sdl, StringComparison.Ordinal);
        foreach (var type in new[] { "Person", "City", "Box", "Named", "Shelf" })
            Assert.Contains($"type {type} implements Node {{\n  id: ID!\n", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("getPersonAsync", sdl, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("person { id friendId friendIds }", """{"person":{"id":"UGVyc29uOjE=","friendId":"UGVyc29uOjI=","friendIds":["UGVyc29uOjM=","UGVyc29uOjQ="]}}""")]
    [InlineData("node(id: \"UGVyc29uOjc=\") { __typename id ... on Person { name } }", """{"node":{"__typename":"Person","id":"UGVyc29uOjc=","name":"Person 7"}}""")]
    [InlineData("node(id: \"UGVyc29uOjA=\") { id }", """{"node":null}""")]
    [InlineData("node(id: \"Q2l0eTo5MDA3MTk5MjU0NzQwOTkz\") { ... on City { name id } }", """{"node":{"name":"9007199254740993","id":"Q2l0eTo5MDA3MTk5MjU0NzQwOTkz"}}""")]
    [InlineData("node(id: \"TmFtZWQ6YTpi\") { id ... on Named { length } }", """{"node":{"id":"TmFtZWQ6YTpi","length":3}}""")]
    [InlineData("friend(id: \"UGVyc29uOjU=\")", """{"friend":5}""")]
    [InlineData("friends(by: { ids: [\"UGVyc29uOjU=\", \"UGVyc29uOjY=\"] })", """{"friends":11}""")]
    [InlineData("any(id: \"Q2l0eTo1\")", """{"any":5}""")]
    [InlineData("any", """{"any":-1}""")]
    public Task An_id_tells_its_type(string field, string data) => Schema.AnswersAsync($"{{ {field} }}", data);

    [Fact]
    public Task An_id_may_be_a_guid_or_have_parts()
    {
        var (box, shelf) = (Encoded($"Box:{Some:N}"), Encoded(@"Shelf:north\:1:7"));
        return Schema.AnswersAsync(
            $"{{ a: node(id: \"{box}\") {{ id }} b: node(id: \"{shelf}\") {{ id ... on Shelf {{ place }} }} }}",
            "{\"a\":{\"id\":\"" + box + "\"},\"b\":{\"id\":\"" + shelf + "\",\"place\":\"north:1/7\"}}");
    }

    [Fact]
    public async Task Nodes_come_in_the_order_of_their_ids_and_a_wrong_one_costs_the_others_nothing()
    {
        var ids = $"\"{Encoded("Person:2")}\", \"{Encoded("Person:0")}\", \"{Encoded($"Box:{Some:N}")}\", \"nonsense\", \"{Encoded("Person:1")}\"";
        await using var services = Builder(new ServiceCollection().AddGraphQLServer()).Services.BuildServiceProvider();
        using var result = await services.ExecuteRequestAsync($"{{ nodes(ids: [{ids}]) {{ __typename ... on Person {{ name }} }} }}");
        Assert.Equal(
            """{"nodes":[{"__typename":"Person","name":"Person 2"},null,{"__typename":"Box"},null,{"__typename":"Person","name":"Person 1"}]}""",
            Encoding.UTF8.GetString(result.Data.Span));
        var error = Assert.Single(result.Errors);
        Assert.Equal("'nonsense' is not an id of this server.", error.Message);
        Assert.Equal(["nodes", 3], error.Path);
    }

    [Theory]
    [InlineData("node(id: \"\") { id }", "'' is not an id of this server.")]
    [InlineData("node(id: \"UGVyc29uOng=\") { id }", "'UGVyc29uOng=' is not an id of this server.")]
    [InlineData("node(id: \"Tm9wZTox\") { id }", "There are no nodes of the type 'Nope'.")]
    [InlineData("friend(id: \"Q2l0eTo1\")", "Argument \"Query.friend(id:)\" has invalid value: The id is of the type City, where one of Person is needed.")]
    [InlineData("friend(id: 5)", "Argument \"Query.friend(id:)\" has invalid value: '5' is not an id of this server.")]
    public async Task What_is_no_id_is_refused(string field, string message) => Assert.Equal(message, (await Schema.FailsAsync($"{{ {field} }}")).Message);

    [Fact]
    public async Task As_many_nodes_as_allowed_are_fetched_at_once()
    {
        var id = $"\"{Encoded("Person:1")}\"";
        var error = await Schema.FailsAsync($"{{ nodes(ids: [{string.Join(',', Enumerable.Repeat(id, 51))}]) {{ id }} }}");
        Assert.Equal("HC0076", error.Code);
        Assert.Equal("nodes takes up to 50 ids at once, and there are 51. Ask in several requests.", error.Message);
        await Schema.AnswersAsync(
            $"{{ nodes(ids: [{string.Join(',', Enumerable.Repeat(id, 50))}]) {{ id }} }}",
            "{\"nodes\":[" + string.Join(',', Enumerable.Repeat("{\"id\":\"UGVyc29uOjE=\"}", 50)) + "]}");
    }

    [Theory]
    [InlineData("give(input: { id: \"UGVyc29uOjU=\" }) { given errors { __typename } }", """{"give":{"given":"UGVyc29uOjY=","errors":null}}""")]
    [InlineData("give(input: { id: \"UGVyc29uOjA=\" }) { given errors { ... on Error { message } } }", """{"give":{"given":null,"errors":[{"message":"Nobody."}]}}""")]
    public Task A_mutation_takes_and_gives_ids(string field, string data) =>
        Builder().AddMutationType<Mutation>().AddMutationConventions().Build().AnswersAsync($"mutation {{ {field} }}", data);

    [Fact]
    public void What_cannot_be_a_node_stops_the_start()
    {
        Assert.Contains("nothing fetches one by its id", Refused<Lost>(), StringComparison.Ordinal);
        Assert.Contains("must take the id first", Refused<Greedy>(), StringComparison.Ordinal);
    }

    private static string Refused<T>() => string.Join(
        ' ', Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType<Query>().AddType<T>().AddGlobalObjectIdentification().Build()).Errors.Select(error => error.Message));

    private static string Encoded(string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes(id));

    private static SchemaBuilder Builder() => new SchemaBuilder()
        .AddQueryType<Query>().AddType(typeof(CityNode)).AddType<Box>().AddType<Named>().AddType<Shelf>()
        .AddGlobalObjectIdentification(serializer: new DefaultNodeIdSerializer([new ShelfIdSerializer()]));

    private static IGraphQLBuilder Builder(IGraphQLBuilder builder) => builder
        .AddQueryType<Query>().AddType<Box>().AddType<Shelf>().AddGlobalObjectIdentification().AddNodeIdValueSerializer<ShelfIdSerializer>();

    internal sealed class Query
    {
        public static Person GetPerson() => new(1);

        public static int Friend([ID<Person>] int id) => id;

        public static int Friends(FriendsInput by) => by.Ids.Sum();

        public static int Any([ID] int? id = null) => id ?? -1;

        [NodeResolver]
        public static Named GetNamed(string id) => new(id);
    }

    internal sealed class Mutation
    {
        [UseMutationConvention(PayloadFieldName = "given")]
        [return: ID<Person>]
        public static FieldResult<int, NobodyError> Give([ID<Person>] int id) => id == 0 ? new NobodyError("Nobody.") : id + 1;
    }

    internal sealed record NobodyError(string Message);

    internal sealed record FriendsInput([ID("Person")] IReadOnlyList<int> Ids);

    [Node]
    internal sealed record Person(int Id)
    {
        public string Name => $"Person {Id}";

        [ID]
        public int FriendId => Id + 1;

        [ID<Person>]
        public int[] FriendIds => [Id + 2, Id + 3];

        public static async Task<Person?> GetPersonAsync(int id)
        {
            await Task.Yield();
            return id == 0 ? null : new Person(id);
        }
    }

    internal sealed record City(long Id);

    [Node]
    [ExtendObjectType(typeof(City))]
    internal static class CityNode
    {
        public static string GetName([Parent] City city) => $"{city.Id}";

        [NodeResolver]
        public static City Fetch(long id) => new(id);
    }

    [Node(IdField = nameof(Key))]
    internal sealed record Box([property: GraphQLName("id")] Guid Key)
    {
        public static Box Get(Guid id) => new(id);
    }

    internal sealed record Named(string Id)
    {
        public int Length => Id.Length;
    }

    internal sealed record ShelfId(string Room, int Number);

    [Node(NodeResolver = nameof(Load))]
    internal sealed record Shelf(ShelfId Id)
    {
        public string Place => $"{Id.Room}/{Id.Number}";

        public static ValueTask<Shelf> Load(ShelfId id) => new(new Shelf(id));
    }

    internal sealed class ShelfIdSerializer : CompositeNodeIdValueSerializer<ShelfId>
    {
        protected override IReadOnlyList<string> FormatParts(ShelfId value) => [value.Room, $"{value.Number}"];

        protected override bool TryParseParts(IReadOnlyList<string> parts, out ShelfId value)
        {
            var isWhole = int.TryParse(parts[^1], out var number) && parts.Count == 2;
            value = new ShelfId(parts[0], number);
            return isWhole;
        }
    }

    [Node]
    internal sealed record Lost(int Id);

    [Node]
    internal sealed record Greedy(int Id)
    {
        public static Greedy Get(int id, int other) => new(id + other);
    }
}
