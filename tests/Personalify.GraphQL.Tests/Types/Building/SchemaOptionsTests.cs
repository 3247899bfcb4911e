using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Building;

public sealed class SchemaOptionsTests
{
    private const string Defer = "directive @defer(";
    private const string Stream = "directive @stream(";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void The_directives_are_in_the_schema_when_somebody_asks_for_them(bool enableDefer, bool enableStream)
    {
        var schema = new SchemaBuilder().AddQueryType<Query>().ModifyOptions(options => (options.EnableDefer, options.EnableStream) = (enableDefer, enableStream)).Build();
        var sdl = SchemaPrinter.Print(schema);

        Assert.Equal((enableDefer, enableStream), (schema.Directives.ContainsKey("defer"), schema.Directives.ContainsKey("stream")));
        Assert.Equal((enableDefer, enableStream), (sdl.Contains(Defer, StringComparison.Ordinal), sdl.Contains(Stream, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_document_that_uses_them_is_refused_until_then()
    {
        using var off = await Ask(_ => { });
        using var on = await Ask(options => options.EnableDefer = true);

        Assert.Equal("Unknown directive \"@defer\".", Assert.Single(off.Errors).Message);
        Assert.Equal("""{"data":{"id":1}}""", on.ToJson());
    }

    private static Task<GraphQL.Execution.ExecutionResult> Ask(Action<SchemaOptions> options) =>
        new ServiceCollection().AddGraphQLServer().AddQueryType<Query>().ModifyOptions(options).ExecuteRequestAsync("{ ... @defer { id } }");

    private sealed class Query
    {
        public static int Id => 1;
    }
}
