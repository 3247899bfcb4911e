using System.Text;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>Responses are written to memory that is used again once their result is disposed of.</summary>
public sealed class PooledOutputTests
{
    private readonly Engine _engine = new Engine("type Query { say(text: String!): String  fails: Int! }")
        .On("Query.say", context => context.ArgumentValue<string>("text")).On("Query.fails", _ => throw new InvalidOperationException());

    [Fact]
    public async Task A_result_that_is_disposed_of_twice_does_not_lend_its_memory_twice()
    {
        var first = await SayAsync("first");
        first.Dispose();
        first.Dispose();
        using var second = await SayAsync("second");
        using var third = await SayAsync("third");
        Assert.Equal(["second", "third"], new[] { Said(second), Said(third) });
    }

    [Fact]
    public async Task A_result_that_nobody_disposes_of_keeps_its_data()
    {
        var kept = await SayAsync("kept");
        for (var other = 0; other < 100; other++) (await SayAsync("other")).Dispose();
        Assert.Equal("kept", Said(kept));
        kept.Dispose();
        Assert.True(kept.Data.IsEmpty);
    }

    [Fact]
    public async Task A_request_that_fails_leaves_nothing_behind()
    {
        using (var failed = await _engine.ExecuteAsync("{ a: say(text: \"secret\") fails }")) Assert.Equal("null", Encoding.UTF8.GetString(failed.Data.Span));
        using var next = await SayAsync("x");
        Assert.Equal("""{"data":{"say":"x"}}""", next.ToJson());
    }

    private Task<Personalify.GraphQL.Execution.ExecutionResult> SayAsync(string text) => _engine.ExecuteAsync($"{{ say(text: \"{text}\") }}");

    private static string Said(Personalify.GraphQL.Execution.ExecutionResult result) => System.Text.Json.JsonDocument.Parse(result.Data).RootElement.GetProperty("say").GetString()!;
}
