using System.Collections;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class ResultCoercionTests
{
    [Theory]
    [InlineData("Int", 2147483648L)]
    [InlineData("Int", 1.5)]
    [InlineData("Int", "1")]
    [InlineData("Int", true)]
    [InlineData("Float", double.NaN)]
    [InlineData("Float", double.PositiveInfinity)]
    [InlineData("Float", "1.5")]
    [InlineData("String", 1)]
    [InlineData("Boolean", 0)]
    [InlineData("ID", 1.5)]
    [InlineData("E", "C")]
    public async Task A_value_that_is_none_of_its_type_fails_its_position_only(string type, object value)
    {
        var engine = new Engine($"type Query {{ v: {type} w: Int }} enum E {{ A }}").OnPure("Query.v", _ => value).OnPure("Query.w", _ => 1);
        var (data, errors) = await engine.OutcomeAsync("{ v w }");
        Assert.Equal("""{"v":null,"w":1}""", data);
        Assert.StartsWith($"v: {(type == "E" ? "Enum \"E\"" : type)} cannot represent", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Int", 7L, "7")]
    [InlineData("Int", 7.0, "7")]
    [InlineData("Float", 7, "7")]
    [InlineData("Float", 0.1, "0.1")]
    [InlineData("ID", 12, "\"12\"")]
    [InlineData("ID", 9007199254740993L, "\"9007199254740993\"")]
    [InlineData("Boolean", true, "true")]
    [InlineData("E", "A", "\"A\"")]
    public async Task Values_are_written_as_their_type_writes_them(string type, object value, string json)
    {
        var engine = new Engine($"type Query {{ v: {type} }} enum E {{ A }}").OnPure("Query.v", _ => value);
        Assert.Equal($$"""{"v":{{json}}}""", await engine.DataAsync("{ v }"));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("quote \" and \\ and / and \u007f")]
    [InlineData("line\nfeed\ttab\r\b\f\u0000\u001f")]
    [InlineData("Björk 東京 😀 \u2028")]
    public async Task Text_arrives_as_it_was(string text)
    {
        var engine = new Engine("type Query { v: String }").OnPure("Query.v", _ => text);
        using var data = System.Text.Json.JsonDocument.Parse(await engine.DataAsync("{ v }"));
        Assert.Equal(text, data.RootElement.GetProperty("v").GetString());
    }

    [Fact]
    public async Task A_lone_surrogate_becomes_the_replacement_character()
    {
        var engine = new Engine("type Query { v: String }").OnPure("Query.v", _ => "a\ud83d!");
        Assert.Equal("{\"v\":\"a\ufffd!\"}", await engine.DataAsync("{ v }"));
    }

    [Fact]
    public async Task A_long_text_arrives_whole()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789\"é", 50_000));
        var engine = new Engine("type Query { v: String }").OnPure("Query.v", _ => text);
        using var data = System.Text.Json.JsonDocument.Parse(await engine.DataAsync("{ v }"));
        Assert.Equal(text, data.RootElement.GetProperty("v").GetString());
    }

    [Fact]
    public async Task A_wrong_item_is_null_and_the_others_stay()
    {
        var engine = new Engine("type Query { v: [Int] }").OnPure("Query.v", _ => new object[] { 1, "x", 3 });
        var (data, errors) = await engine.OutcomeAsync("{ v }");
        Assert.Equal("""{"v":[1,null,3]}""", data);
        Assert.Equal("v.1: Int cannot represent non-integer value: x", Assert.Single(errors).TrimEnd('.'));
    }

    [Theory]
    [InlineData("text")]
    [InlineData(5)]
    public async Task A_value_that_is_no_list_fails_its_position(object value)
    {
        var engine = new Engine("type Query { pure: [String] called: [String] }").OnPure("Query.pure", _ => value).On("Query.called", _ => value);
        var (data, errors) = await engine.OutcomeAsync("{ pure called }");
        Assert.Equal("""{"pure":null,"called":null}""", data);
        Assert.Equal(
            ["pure: Expected Iterable, but did not find one for field \"Query.pure\".", "called: Expected Iterable, but did not find one for field \"Query.called\"."], errors);
    }

    [Fact]
    public async Task Any_sequence_is_a_list()
    {
        var engine = new Engine("type Query { set: [Int] lazy: [Int] old: [Int] numbers: [Int] }")
            .OnPure("Query.set", _ => new HashSet<int> { 1, 2 }).OnPure("Query.lazy", _ => Enumerable.Range(1, 2))
            .On("Query.old", _ => new ArrayList { 1, 2 }).On("Query.numbers", _ => new[] { 1, 2 }.Where(_ => true));
        Assert.Equal("""{"set":[1,2],"lazy":[1,2],"old":[1,2],"numbers":[1,2]}""", await engine.DataAsync("{ set lazy old numbers }"));
    }

    [Fact]
    public async Task A_lazy_sequence_is_enumerated_once()
    {
        var count = 0;
        IEnumerable<object> Items()
        {
            count++;
            yield return new { x = 1 };
        }

        var engine = new Engine("type Query { v: [O] } type O { x: Int y: Int }").On("Query.v", _ => Items()).On("O.y", _ => 2);
        Assert.Equal("""{"v":[{"x":1,"y":2}]}""", await engine.DataAsync("{ v { x y } }"));
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task An_asynchronous_sequence_is_read_once_and_to_its_end()
    {
        var count = 0;
        async IAsyncEnumerable<int> Numbers()
        {
            count++;
            yield return 1;
            await Task.Yield();
            yield return 2;
        }

        var engine = new Engine("type Query { v: [Int] }").On("Query.v", _ => Numbers());
        Assert.Equal("""{"v":[1,2]}""", await engine.DataAsync("{ v }"));
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_sequence_that_fails_fails_its_position()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new InvalidOperationException("broken");
        }

        static async IAsyncEnumerable<int> BrokenLater()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }

        var engine = new Engine("type Query { a: [Int] b: [Int] c: [Int] d: Int }")
            .OnPure("Query.a", _ => Broken()).On("Query.b", _ => Broken()).On("Query.c", _ => BrokenLater()).OnPure("Query.d", _ => 4);
        var (data, errors) = await engine.OutcomeAsync("{ a b c d }");
        Assert.Equal("""{"a":null,"b":null,"c":null,"d":4}""", data);
        Assert.Equal(["a", "b", "c"], errors.Select(error => error.Split(':')[0]));
    }
}
