using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Validation;

namespace Personalify.Benchmarks.Micro;

/// <summary>The engine's parts one by one, in the order in which a request passes them.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "BenchmarkDotNet calls instance methods.")]
public class EngineBenchmarks
{
    private static readonly Source Text = new(MicroSchema.Page);
    private static readonly DocumentNode Document = Parser.Parse(Text);
    private static readonly DocumentValidator Validator = new();

    [Benchmark(Description = "lexer: a page's document")]
    public int Lex()
    {
        var lexer = new Lexer(Text);
        var count = 0;
        while (lexer.Next().Kind != TokenKind.EndOfFile) count++;
        return count;
    }

    [Benchmark(Description = "parser: a page's document")]
    public object Parse() => Parser.Parse(Text);

    [Benchmark(Description = "validator: a page's document")]
    public int Validate() => Validator.Validate(MicroSchema.Schema, Document).Count;

    [Benchmark(Description = "plan: a page's document, all of it")]
    public int Plan()
    {
        var definition = Document.Definitions.OfType<OperationDefinitionNode>().Single();
        var operation = new PreparedOperation(MicroSchema.Schema, Document, definition, MicroSchema.Schema.QueryType!);
        return Count(operation.PlanFor(operation.Variables.Coerce(default, null, out _)).Root);
    }

    [Benchmark(Description = "execution, cached: { __typename }")]
    public Task<int> Trivial() => MicroSchema.AnswerAsync(MicroSchema.Trivial);

    [Benchmark(Description = "execution, cached: 100 tracks with albums and artists")]
    public Task<int> Objects() => MicroSchema.AnswerAsync(MicroSchema.Objects);

    [Benchmark(Description = "execution, cached: 100 tracks and two levels of loads")]
    public Task<int> Loads() => MicroSchema.AnswerAsync(MicroSchema.Loads);

    [Benchmark(Description = "writer: 1,000 names and numbers")]
    public int Write()
    {
        using var output = JsonOutput.Rent(1 << 20);
        for (var i = 0; i < 1000; i++)
        {
            output.Write(",\"name\":"u8);
            output.Write("Crimson Lunar River");
            output.Write(",\"popularity\":"u8);
            output.Write(i);
        }

        return output.Position;
    }

    private static int Count(SelectionPlan selection) =>
        selection.Fields.Sum(field => 1 + (field.Field.Type.Named is ObjectType type ? Count(field.SelectionOn(type)) : 0));
}
