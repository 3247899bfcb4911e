using Personalify.GraphQL.Types.Building;
using System.Text.Json;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;
using Microsoft.Extensions.Logging.Abstractions;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>Fragments make a response far deeper than any document may nest. Run below validation, whose limits would refuse it first.</summary>
public sealed class DeepDataTests
{
    private const int Depth = 10_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ten_thousand_levels_are_written(bool isAsynchronous)
    {
        var schema = Schema(isAsynchronous, leaf: () => 1);
        var (data, errors) = await ExecuteAsync(schema);
        Assert.Empty(errors);
        Assert.Equal(Depth, LevelsOf(data));
    }

    [Fact]
    public async Task The_path_of_an_error_has_every_level()
    {
        var (data, errors) = await ExecuteAsync(Schema(isAsynchronous: false, leaf: () => throw new GraphQLException("deep")));
        Assert.Equal(Depth + 1, Assert.Single(errors).Path!.Count);
        Assert.Equal(Depth, LevelsOf(data));
    }

    [Fact]
    public async Task A_hundred_thousand_items_are_written_in_order()
    {
        var engine = new Engine("type Query { items: [Item] } type Item { n: Int m: Int }")
            .On("Query.items", _ => Enumerable.Range(0, 100_000).Select(n => new { n })).OnPure("Item.m", _ => null);
        using var result = await engine.ExecuteAsync("{ items { n m } }");
        using var json = JsonDocument.Parse(result.Data);
        Assert.Equal(Enumerable.Range(0, 100_000), json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("n").GetInt32()));
    }

    private static Schema Schema(bool isAsynchronous, Func<object?> leaf)
    {
        var schema = SdlSchemaBuilder.Build("type Query { o: Query n: Int }");
        if (isAsynchronous) schema.QueryType!.Fields["o"].Resolver = async _ =>
        {
            await Task.Yield();
            return new object();
        };
        else schema.QueryType!.Fields["o"].PureResolver = _ => new object();
        schema.QueryType.Fields["n"].PureResolver = _ => leaf();
        return schema;
    }

    private static async Task<(ReadOnlyMemory<byte> Data, IReadOnlyList<GraphQLError> Errors)> ExecuteAsync(Schema schema)
    {
        var chain = string.Join(' ', Enumerable.Range(0, Depth).Select(i => $"fragment F{i} on Query {{ o {{ ...F{i + 1} }} }}"));
        var document = Parser.Parse($"{{ ...F0 }} {chain} fragment F{Depth} on Query {{ n }}", ParserOptions.Trusted);
        var plan = new PreparedOperation(schema, document, (OperationDefinitionNode)document.Definitions[0], schema.QueryType!).PlanFor(VariableValues.None);
        var options = new RequestExecutorOptions();
        var environment = new ExecutionEnvironment(options, [], TimeProvider.System, NullLogger.Instance);
        var operation = new OperationContext(plan, VariableValues.None, new GraphQLRequest { Document = default }, environment, new RequestLifetime(CancellationToken.None));
        var output = JsonOutput.Rent(options.MaxResponseBytes);
        await OperationExecutor.ExecuteAsync(operation, output, new object());
        return (output.Data, operation.KnownErrors);
    }

    private static int LevelsOf(ReadOnlyMemory<byte> data) => data.Span.Count("\"o\":"u8);
}
