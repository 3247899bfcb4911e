using Personalify.GraphQL.Tests.Execution.Incremental;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>State that holds for a field and everything below it.</summary>
public sealed class ScopedStateTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddQueryType<Query>().AddType(typeof(RoomFields)).Build();

    [Theory]
    [InlineData("{ house(name: \"a\") { read } }", """{"house":{"read":"a"}}""")]
    [InlineData("{ house(name: \"a\") { rooms { read } } }", """{"house":{"rooms":[{"read":"a"},{"read":"a"}]}}""")]
    [InlineData("{ a: house(name: \"a\") { slow { read } } b: house(name: \"b\") { slow { read } } }", """{"a":{"slow":{"read":"a"}},"b":{"slow":{"read":"b"}}}""")]
    [InlineData("{ house(name: \"a\") { inner: enter(name: \"b\") { read slow { read } } read } }", """{"house":{"inner":{"read":"b","slow":{"read":"b"}},"read":"a"}}""")]
    [InlineData("{ house(name: \"a\") { lit { read light slow { light } } light } }", """{"house":{"lit":{"read":"a","light":true,"slow":{"light":true}},"light":null}}""")]
    [InlineData("{ room { maybe } }", """{"room":{"maybe":"nothing"}}""")]
    public Task State_reaches_what_is_below_and_nothing_else(string query, string data) => Schema.AnswersAsync(query, data);

    [Fact]
    public async Task State_that_nobody_has_set_fails_the_field_that_needs_it()
    {
        var error = await Schema.FailsAsync("{ room { read } }");
        Assert.Equal(["room", "read"], error.Path);
        Assert.Contains("Room.read needs the scoped state \"house\" as System.String, which nothing has set", error.Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_reaches_parts_of_the_answer_that_come_later()
    {
        var engine = IncrementalEngine.Of("type Query { a: Item } type Item { read: String inner: Item }")
            .On("Query.a", context => Set(context, "x")).On("Item.inner", context => Set(context, "y")).On("Item.read", context => context.GetScopedState<string>("k"));

        var parts = await engine.PartsAsync("{ a { __typename ... @defer { first: read inner { ... @defer { second: read } } } } }");

        Assert.Contains("\"first\":\"x\"", string.Concat(parts), StringComparison.Ordinal);
        Assert.Contains("\"second\":\"y\"", string.Concat(parts), StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Set(IResolverContext context, string value)
    {
        context.SetScopedState("k", value);
        return [];
    }

    internal sealed class Query
    {
        public static Room GetHouse(string name, IResolverContext context)
        {
            context.SetScopedState("house", name);
            return new Room();
        }

        public static Room GetRoom() => new();
    }

    internal sealed class Room;

    [ExtendObjectType(typeof(Room))]
    internal static class RoomFields
    {
        public static string Read([ScopedState] string house) => house;

        public static string Maybe([ScopedState("house")] string? any) => any ?? "nothing";

        public static bool? GetLight([ScopedState] bool? light) => light;

        public static Room[] GetRooms() => [new(), new()];

        public static async Task<Room> GetSlowAsync()
        {
            await Task.Yield();
            return new Room();
        }

        public static async Task<Room> EnterAsync(string name, [ScopedState("house")] SetState<string> set)
        {
            await Task.Yield();
            set(name);
            return new Room();
        }

        public static Room GetLit([ScopedState("light")] SetState<bool> set)
        {
            set(true);
            return new Room();
        }
    }
}
