using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>Which members are read without any bookkeeping, and how values leave their tasks.</summary>
public abstract class ResolverBindingTests(Bindings bindings)
{
    private readonly Schema _schema = new SchemaBuilder()
        .AddQueryType<Query>().AddMutationType<Mutation>().AddSubscriptionType<Subscription>().AddType(typeof(ItemFields)).AddType(typeof(WebFields)).BuildWith(bindings);

    public sealed class ByGeneratedCode() : ResolverBindingTests(Bindings.Generated);

    public sealed class ByCompiledCode() : ResolverBindingTests(Bindings.Compiled);

    [Theory]
    [InlineData("Item", "name", true)]
    [InlineData("Item", "length", true)]
    [InlineData("Item", "shout", true)]
    [InlineData("Item", "repeat", false)]
    [InlineData("Item", "later", false)]
    [InlineData("Item", "letters", false)]
    [InlineData("Query", "item", true)]
    [InlineData("Query", "instance", false)]
    [InlineData("Mutation", "act", false)]
    public void Only_what_needs_nothing_but_its_parent_is_pure(string type, string field, bool isPure)
    {
        var found = ((ObjectType)_schema.Types[type]).Fields[field];
        Assert.Equal(isPure, found.PureResolver is not null);
        Assert.Equal(!isPure, found.Resolver is not null);
    }

    [Theory]
    [InlineData("{ item { name length shout repeat(times: 2) later soon sooner } }", """{"item":{"name":"ab","length":2,"shout":"AB","repeat":"abab","later":"ab","soon":"ab","sooner":"ab"}}""")]
    [InlineData("{ item { letters numbered { name } } }", """{"item":{"letters":["a","b"],"numbered":[{"name":"ab"},null]}}""")]
    [InlineData("{ instance slow }", """{"instance":"instance","slow":null}""")]
    [InlineData("mutation { act again: act }", """{"act":1,"again":1}""")]
    public Task Values_leave_their_tasks(string query, string data) => _schema.AnswersAsync(query, data);

    [Theory]
    [InlineData("letters", "[String!]!")]
    [InlineData("numbered", "[Item]!")]
    public void A_sequence_that_comes_item_by_item_is_a_list(string field, string type) =>
        Assert.Equal(type, ((ObjectType)_schema.Types["Item"]).Fields[field].Type.ToString());

    [Fact]
    public async Task A_subscription_field_opens_the_stream_of_its_events()
    {
        var field = _schema.SubscriptionType!.Fields["ticks"];
        Assert.Equal("Int!", field.Type.ToString());
        var events = new List<object?>();
        await foreach (var value in (await field.Subscriber!(new FakeResolverContext())).ReadEventsAsync()) events.Add(value);
        Assert.Equal([1, 2], events);
    }

    [Fact]
    public void What_a_base_class_declares_comes_first_and_what_it_overrides_stays_in_place()
    {
        var type = (ObjectType)_schema.Types["Derived"];
        Assert.Equal(["first", "second", "third"], type.Fields.Select(field => field.Name));
        Assert.Equal("derived", type.Fields["first"].PureResolver!(new Derived()));
    }

    [Fact]
    public void A_class_that_cannot_be_annotated_is_trimmed_by_the_class_that_extends_it()
    {
        var type = (ObjectType)_schema.Types["Site"];
        Assert.Equal("A site.", type.Description);
        Assert.Equal(["host", "isSecure"], type.Fields.Select(field => field.Name));
    }

    internal sealed class Query
    {
        public static Item Item => new("ab");

        public static Derived Derived => new();

        public static Web Web => new("example.org", 443, "secret");

        public string Instance() => GetType() == typeof(Query) ? "instance" : "";

        public static async Task<string?> GetSlowAsync()
        {
            await Task.Yield();
            return null;
        }
    }

    internal sealed class Mutation
    {
        public static int Act() => 1;
    }

    internal sealed class Subscription
    {
        public static async IAsyncEnumerable<int> GetTicksAsync()
        {
            await Task.Yield();
            yield return 1;
            yield return 2;
        }
    }

    internal sealed record Item(string Name)
    {
        public int Length => Name.Length;

        public ValueTask<string> SoonAsync() => new(Name);

        public Task<string> SoonerAsync() => Task.FromResult(Name);

        public async IAsyncEnumerable<string> GetLettersAsync()
        {
            foreach (var letter in Name)
            {
                await Task.Yield();
                yield return letter.ToString();
            }
        }

        public Task<IAsyncEnumerable<Item?>> GetNumberedAsync() => Task.FromResult(OneAndNothingAsync());

        private async IAsyncEnumerable<Item?> OneAndNothingAsync()
        {
            await Task.Yield();
            yield return this;
            yield return null;
        }
    }

    internal class Base
    {
        public virtual string First => "base";

        public string Second => First;
    }

    internal sealed class Derived : Base
    {
        public override string First => "derived";

        public string Third => First;
    }

    internal sealed record Web(string Host, int Port, string Key);

    [ObjectType<Web>(IgnoreProperties = [nameof(Web.Port), nameof(Web.Key)])]
    [GraphQLName("Site")]
    [GraphQLDescription("A site.")]
    internal static class WebFields
    {
        public static bool IsSecure([Parent] Web web) => web.Port == 443;
    }

    [ObjectType<Item>]
    internal static class ItemFields
    {
        public static string GetShout([Parent] Item item) => item.Name.ToUpperInvariant();

        public static string GetRepeat([Parent] Item item, int times) => string.Concat(Enumerable.Repeat(item.Name, times));

        public static async ValueTask<string> GetLaterAsync([Parent] Item item)
        {
            await Task.Yield();
            return item.Name;
        }
    }
}
