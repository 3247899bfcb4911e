using System.Reflection;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class PreparedRequestTests
{
    /// <summary>By every field there is, so that a new one cannot be forgotten.</summary>
    [Fact]
    public async Task One_that_was_returned_knows_nothing_of_its_request()
    {
        var engine = new Engine("type Query { f(a: Int): Int }").On("Query.f", context => context.ArgumentValue<int?>("a"));
        var unused = Fields(new PreparedRequest(engine.Request("{ f }")));
        for (var number = 0; number < 100; number++)
        {
            using var result = await engine.ExecuteAsync("query A($a: Int) { f(a: $a) }", $$"""{"a":{{number}}}""", "A");
            Assert.Empty(result.Errors);
        }

        for (var number = 0; number < 100; number++)
        {
            var next = Fields(PreparedRequest.Rent(engine.Request("{ f }")));
            foreach (var (name, value) in next.Where(each => !each.Key.StartsWith("<Request>", StringComparison.Ordinal) && !each.Key.StartsWith("<Text>", StringComparison.Ordinal))) Assert.Equal(unused[name], value);
        }
    }

    private static Dictionary<string, object?> Fields(PreparedRequest request) =>
        typeof(PreparedRequest).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).ToDictionary(field => field.Name, field => field.GetValue(request));
}
