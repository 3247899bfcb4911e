using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution.Incremental;

/// <summary>An engine whose schema has <c>@defer</c> and <c>@stream</c>, and how a response in parts is read.</summary>
internal static class IncrementalEngine
{
    private const string Directives = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD

        """;

    public static Engine Of(string sdl, TimeProvider? time = null, IServiceProvider? services = null) =>
        new(Directives + sdl) { Time = time ?? TimeProvider.System, Services = services };

    /// <summary>All results as JSON, in the order in which they come.</summary>
    public static async Task<List<string>> PartsAsync(this Engine engine, string query, string variables = "{}")
    {
        await using var response = await engine.SubscribeAsync(query, variables);
        if (response.Result is { } single) return [single.ToJson()];
        var parts = new List<string>();
        await foreach (var result in response.ReadResultsAsync())
        {
            using (result) parts.Add(result.ToJson());
        }

        return parts;
    }

    /// <summary>The next result as JSON.</summary>
    public static async Task<string> NextAsync(this IAsyncEnumerator<ExecutionResult> results)
    {
        Assert.True(await results.MoveNextAsync());
        using var result = results.Current;
        return result.ToJson();
    }
}
