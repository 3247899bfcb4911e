using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

/// <summary>What stands around resolvers, and in which order.</summary>
public abstract class FieldMiddlewareTests(Bindings bindings)
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddSingleton(new Suffix("!")).BuildServiceProvider();

    private readonly Schema _schema = new SchemaBuilder { Services = Services }.AddQueryType<Query>().BuildWith(bindings);

    public sealed class ByGeneratedCode() : FieldMiddlewareTests(Bindings.Generated);

    public sealed class ByCompiledCode() : FieldMiddlewareTests(Bindings.Compiled);

    [Theory]
    [InlineData("{ plain }", """{"plain":"plain"}""")]
    [InlineData("{ loud }", """{"loud":"LOUD"}""")]
    [InlineData("{ loudLater }", """{"loudLater":"LATER"}""")]
    [InlineData("{ order }", """{"order":"a(b(order))"}""")]
    [InlineData("{ given }", """{"given":"given"}""")]
    [InlineData("{ replaced }", """{"replaced":"b(early)"}""")]
    [InlineData("{ caught }", """{"caught":"caught: no luck"}""")]
    [InlineData("{ caughtLater }", """{"caughtLater":"caught: no luck later"}""")]
    [InlineData("{ byClass }", """{"byClass":"byClass!"}""")]
    [InlineData("{ byInstance }", """{"byInstance":"byInstance?"}""")]
    [InlineData("{ child { name } }", """{"child":{"name":"NAME"}}""")]
    [InlineData("{ extra(times: 2) }", """{"extra":"extraextra"}""")]
    [InlineData("{ extra }", """{"extra":"extra"}""")]
    [InlineData("{ retried }", """{"retried":"attempt 2"}""")]
    public Task Middleware_stands_around_the_resolver(string query, string data) => _schema.AnswersAsync(query, data, Services);

    [Theory]
    [InlineData("{ outside { nodes } }", """{"outside":{"nodes":["a","b"]}}""", "Connection`1")]
    [InlineData("{ between { nodes } }", """{"between":{"nodes":["a","b"]}}""", "EnumerableQuery`1")]
    [InlineData("{ inside { nodes } }", """{"inside":{"nodes":["a","b"]}}""", "String[]")]
    public async Task Middleware_sees_what_stands_inside_of_it(string query, string data, string seen)
    {
        UseSeenAttribute.Seen.Value = new StrongBox<string?>();
        await _schema.AnswersAsync(query, data, Services);
        Assert.Equal(seen, UseSeenAttribute.Seen.Value.Value);
    }

    [Fact]
    public async Task What_middleware_throws_fails_the_field()
    {
        var error = await _schema.FailsAsync("{ thrown }", Services);
        Assert.Equal(["thrown"], error.Path);
        Assert.Equal("Not today.", error.Exception!.Message);
    }

    [Fact]
    public async Task Nobody_is_answered_past_what_authorization_demands()
    {
        var error = await _schema.FailsAsync("{ guarded }", Provide(AuthorizationOutcome.NotAuthorized));
        Assert.Equal("AUTH_NOT_AUTHORIZED", error.Code);
        await _schema.AnswersAsync("{ guarded }", """{"guarded":"given"}""", Provide(AuthorizationOutcome.Allowed));
    }

    [Fact]
    public async Task A_batch_behind_middleware_is_one_batch()
    {
        var schema = new SchemaBuilder().AddQueryType<Rooms>().AddType(typeof(RoomFields)).BuildWith(bindings);
        RoomFields.Batches.Value = new StrongBox<int>();
        await schema.AnswersAsync("{ rooms { label } }", """{"rooms":[{"label":"A 1"},{"label":"B 1"}]}""");
        Assert.Equal(1, RoomFields.Batches.Value.Value);
    }

    [Fact]
    public void A_field_without_middleware_is_what_it_is_in_a_schema_without_any()
    {
        var fields = _schema.QueryType!.Fields;
        var resolver = new SchemaBuilder().AddQueryType<Alone>().BuildWith(bindings).QueryType!.Fields["later"].Resolver!;
        Assert.NotNull(fields["plain"].PureResolver);
        Assert.Equal(resolver.Method.ReturnType, fields["later"].Resolver!.Method.ReturnType);
        Assert.DoesNotContain(nameof(FieldPipeline), fields["later"].Resolver!.Method.DeclaringType?.FullName ?? "", StringComparison.Ordinal);
        Assert.Contains(nameof(FieldPipeline), fields["loud"].Resolver!.Method.DeclaringType!.FullName!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(AmongData), "has middleware between [UseProjection], [UseFiltering] and [UseSorting]", "HC0050")]
    [InlineData(typeof(NoMethod), "must have exactly one public method InvokeAsync that takes the IMiddlewareContext", null)]
    [InlineData(typeof(Unmade), "cannot be made", null)]
    [InlineData(typeof(Untyped), "Query.field(times:) is no parameter of a resolver, so it needs a type", null)]
    public void What_cannot_be_is_refused_when_the_schema_is_built(Type query, string message, string? code)
    {
        var builder = new SchemaBuilder().AddFiltering().AddSorting();
        typeof(SchemaBuilder).GetMethod(nameof(SchemaBuilder.AddQueryType))!.MakeGenericMethod(query).Invoke(builder, null);
        var error = Assert.Single(Assert.Throws<SchemaException>(() => builder.BuildWith(bindings)).Errors);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(code, error.Code);
    }

    private static ServiceProvider Provide(AuthorizationOutcome outcome) =>
        new ServiceCollection().AddSingleton<IGraphQLAuthorizer>(new AuthorizeTests.FakeAuthorizer(outcome)).BuildServiceProvider();

    internal sealed class Alone
    {
        public static async Task<string> GetLaterAsync()
        {
            await Task.Yield();
            return "later";
        }
    }

    internal sealed class Query
    {
        private static readonly string[] Letters = ["a", "b"];
        private static int _attempts;

        public static string Plain => "plain";

        [UseUpperCase]
        public static string Loud => "loud";

        public static Child Child => new("name");

        [UseUpperCase]
        public static async Task<string> GetLoudLaterAsync()
        {
            await Task.Yield();
            return "later";
        }

        public static async Task<string> GetLaterAsync()
        {
            await Task.Yield();
            return "later";
        }

        [UseAround("a")]
        [UseAround("b")]
        public static string Order => "order";

        [UseInstead("given")]
        public static string GetGiven() => throw new InvalidOperationException("Nobody asks for this.");

        [UseEarly]
        [UseAround("b")]
        public static string GetReplaced() => throw new InvalidOperationException("Nobody asks for this.");

        [UseCatch]
        public static string GetCaught() => throw new InvalidOperationException("no luck");

        [UseCatch]
        public static async Task<string> GetCaughtLaterAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("no luck later");
        }

        [UseThrow]
        public static string? Thrown => "thrown";

        [UseClass]
        public static string ByClass => "byClass";

        [UseInstance]
        public static string ByInstance => "byInstance";

        [UseTimes]
        public static string Extra => "extra";

        [UseRetry]
        public static string GetRetried() => ++_attempts % 2 == 1 ? throw new InvalidOperationException("first") : "attempt 2";

        [UseInstead("given")]
        [Authorize]
        public static string? Guarded => "guarded";

        [UseSeen]
        [UsePaging]
        public static IEnumerable<string> Outside => Letters;

        [UsePaging]
        [UseSeen]
        [UseAsQuery]
        public static IEnumerable<string> Between => Letters;

        [UsePaging]
        [UseAsQuery]
        [UseSeen]
        public static IEnumerable<string> Inside => Letters;
    }

    internal sealed class Rooms
    {
        public static Room[] GetRooms() => [new("a"), new("b")];
    }

    internal sealed record Room(string Name);

    [ExtendObjectType(typeof(Room))]
    internal static class RoomFields
    {
        internal static AsyncLocal<StrongBox<int>> Batches { get; } = new();

        [UseOne]
        [BatchResolver]
        public static string[] GetLabel([Parent] IReadOnlyList<Room> rooms, [LocalState] int one)
        {
            Batches.Value!.Value++;
            return [.. rooms.Select(room => $"{room.Name} {one}")];
        }
    }

    internal sealed record Child([property: UseUpperCase] string Name);

    internal sealed record Row(string Name);

    internal sealed class AmongData
    {
        [UseFiltering]
        [UseUpperCase]
        [UseSorting]
        public static IEnumerable<Row> Rows => [];
    }

    internal sealed class NoMethod
    {
        [UseNoMiddleware]
        public static string Field => "x";
    }

    internal sealed class Unmade
    {
        [UseClass]
        public static string Field => "x";
    }

    internal sealed class Untyped
    {
        [UseUntyped]
        public static string Field => "x";
    }
}
