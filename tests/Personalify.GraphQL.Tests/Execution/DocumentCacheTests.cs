using Personalify.GraphQL.Types.Building;
using System.Text;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    private static readonly Schema Schema = SdlSchemaBuilder.Build("type Query { a: Int }");

    private static ReadOnlyMemory<byte> Text(string text) => Encoding.UTF8.GetBytes(text);

    private static CachedDocument Document() => new(Schema, Parser.Parse("{ a }"));

    [Fact]
    public void A_document_is_found_by_its_text_and_by_nothing_else()
    {
        var (cache, document) = (new DocumentCache(4), Document());
        cache.Add(Text("{ a }"), document);
        Assert.Same(document, cache.Find(Text("{ a }")));
        Assert.Null(cache.Find(Text("{ a  }")));
    }

    [Fact]
    public void A_full_cache_drops_one_that_was_not_used()
    {
        var cache = new DocumentCache(3);
        foreach (var text in "abc") cache.Add(Text($"{text}"), Document());
        cache.Find(Text("a"));
        cache.Find(Text("c"));
        cache.Add(Text("d"), Document());
        Assert.Equal(3, cache.Count);
        Assert.Equal(["a", "c", "d"], new[] { "a", "b", "c", "d" }.Where(text => cache.Find(Text(text)) is not null));
    }

    [Fact]
    public void A_cache_in_which_all_are_used_still_takes_a_new_one()
    {
        var cache = new DocumentCache(3);
        foreach (var text in "abc") cache.Add(Text($"{text}"), Document());
        foreach (var text in "abc") cache.Find(Text($"{text}"));
        cache.Add(Text("d"), Document());
        Assert.Equal(3, cache.Count);
        Assert.NotNull(cache.Find(Text("d")));
    }

    [Fact]
    public void A_cache_without_room_keeps_nothing()
    {
        var cache = new DocumentCache(0);
        cache.Add(Text("a"), Document());
        Assert.Null(cache.Find(Text("a")));
    }

    [Fact]
    public void Many_threads_may_fill_it_at_once()
    {
        var cache = new DocumentCache(16);
        Parallel.For(0, 2000, i =>
        {
            if (cache.Find(Text($"{i % 50}")) is null) cache.Add(Text($"{i % 50}"), Document());
        });
        Assert.Equal(16, cache.Count);
    }

    [Fact]
    public async Task The_text_of_a_request_may_change_once_the_request_is_over()
    {
        var engine = new Engine("type Query { a: Int b: Int }").OnPure("Query.a", _ => 1).OnPure("Query.b", _ => 2);
        var text = "{ a }"u8.ToArray();
        var request = engine.Request("") with { Document = text };
        (await engine.Server.ExecuteAsync(request)).Dispose();
        text[2] = (byte)'b';
        using var changed = await engine.Server.ExecuteAsync(request);
        Assert.Equal("""{"data":{"b":2}}""", Engine.Text(changed));
        Assert.Equal("""{"data":{"a":1}}""", await engine.AskAsync("{ a }"));
    }

    [Fact]
    public async Task A_second_run_answers_as_the_first_did()
    {
        var engine = new Engine("type Query { a(n: Int = 1): Int }").On("Query.a", context => context.ArgumentValue<int>("n"));
        foreach (var n in new[] { 1, 2, 3 })
            Assert.Equal($$$"""{"data":{"a":{{{n}}},"b":1,"c":5}}""", await engine.AskAsync("query($n: Int) { a(n: $n) b: a c: a(n: 5) }", $$"""{"n":{{n}}}"""));
    }
}
