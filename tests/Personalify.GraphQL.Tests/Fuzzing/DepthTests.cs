using System.Buffers;
using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Tests.Differential;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Fuzzing;

/// <summary>
/// Everything that nests, nested 100,000 times: an answer that refuses it, and never an exhausted stack, which would end the
/// process. With the limits as they are, and with every limit as high as it can be set.
/// </summary>
public sealed class DepthTests
{
    private const int Depth = 100_000;
    private static readonly Schema Schema = BatterySchema.Build();

    public static TheoryData<string, string, string, string> Nested => new()
    {
        { "selection sets", "{ human { ", "parent { ", "id" },
        { "inline fragments", "{ ", "... on Query { ", "f" },
        { "inline fragments without a type", "{ ", "... { ", "f" },
        { "introspection", "{ __type(name: \"Int\") { ", "ofType { ", "name" },
        { "lists", "{ f(any: ", "[", "1" },
        { "input objects", "{ filter(filter: {", "not: {", "" },
        { "OneOf input objects", "{ filter(choice: {", "choice: {", "id: 1" },
        { "objects in a scalar", "{ f(any: {", "a: {", "" },
        { "directive arguments", "{ f @note(text: ", "[", "1" },
        { "types", "query ($v: ", "[", "Int" },
        { "non-null types", "query ($v: ", "[", "Int!" },
        { "variable defaults", "query ($v: Any = ", "[", "1" },
        { "type system defaults", "input I { a: Any = ", "{a: ", "1" },
        { "types of fields", "type Query { a: ", "[", "Int" },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public async Task What_nests_too_deeply_is_refused(string what, string before, string nested, string inside)
    {
        var document = Document(before, nested, inside, Depth);
        Assert.StartsWith("Syntax", await FateAsync(document, new RequestExecutorOptions { MaxDocumentBytes = int.MaxValue }), StringComparison.Ordinal);
        Assert.DoesNotContain("None", await FateAsync(document, WithoutLimits()), StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    /// <summary>What the parser takes at its very limit, others must be able to walk: their steps need more of the stack than its own.</summary>
    [Theory]
    [MemberData(nameof(Nested))]
    public async Task What_the_parser_takes_can_be_printed_validated_and_executed(string what, string before, string nested, string inside)
    {
        foreach (var depth in new[] { 60, 190, 400, 1_000 })
        {
            var document = Document(before, nested, inside, depth);
            Assert.NotEmpty(await FateAsync(document, new RequestExecutorOptions()));
            Assert.NotEmpty(await FateAsync(document, WithoutLimits()));
            // What is printed is indented, and so grows with the square of its depth.
            if (depth <= 400) Print(document);
        }

        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData("fragment F{0} on Query {{ ...F{1} }} ", "{{ ...F0 }} fragment F{0} on Query {{ f }}")]
    [InlineData("fragment F{0} on Human {{ friends {{ ...F{1} }} }} ", "{{ human {{ ...F0 }} }} fragment F{0} on Human {{ id }}")]
    [InlineData("fragment F{0} on Query {{ ... {{ ...F{1} ...F{1} }} }} ", "{{ ...F0 }} fragment F{0} on Query {{ f }}")]
    [InlineData("fragment F{0} on Query {{ ...F{1} }} ", "{{ ...F0 }} fragment F{0} on Query {{ ...F0 }}")]
    public async Task A_chain_of_very_many_fragments_is_answered_or_refused(string link, string ends)
    {
        var text = new StringBuilder().AppendFormat(null, ends, Depth);
        for (var i = 0; i < Depth; i++) text.AppendFormat(null, link, i, i + 1);
        var limited = new RequestExecutorOptions { MaxDocumentBytes = int.MaxValue };
        Assert.DoesNotContain("None", await FateAsync(text.ToString(), limited), StringComparison.Ordinal);
        var parsed = WithoutLimits();
        (parsed.Validation.MaxAllowedFragmentVisits, parsed.Validation.MaxAllowedFieldMergeComparisons) = (400_000, 100_000);
        Assert.NotEmpty(await FateAsync(text.ToString(), parsed));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"not\":", "}")]
    public async Task Variables_that_nest_too_deeply_are_refused(string open, string close)
    {
        var text = $"{{\"v\":{string.Concat(Enumerable.Repeat(open, 900))}null{string.Concat(Enumerable.Repeat(close, 900))}}}";
        using var variables = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 });
        using var result = await new GraphQLServer(Schema).ExecuteAsync(new GraphQLRequest
        {
            Document = "query ($v: Filter) { filter(filter: $v) }"u8.ToArray(),
            Variables = variables.RootElement,
        });
        Assert.Equal(RequestErrorKind.Variables, result.Kind);
    }

    private static string Document(string before, string nested, string inside, int depth)
    {
        var open = before + string.Concat(Enumerable.Repeat(nested, depth)) + inside;
        var close = new StringBuilder();
        foreach (var bracket in open.Reverse())
        {
            if ("([{".Contains(bracket, StringComparison.Ordinal)) close.Append(bracket == '(' ? ')' : bracket == '[' ? ']' : '}');
        }

        return $"{open}{close}{(before.Contains("query", StringComparison.Ordinal) ? " { f(any: $v) }" : "")}";
    }

    private static async Task<string> FateAsync(string document, RequestExecutorOptions options)
    {
        using var result = await new GraphQLServer(Schema, options).ExecuteAsync(new GraphQLRequest { Document = Encoding.UTF8.GetBytes(document) });
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return $"{result.Kind}: {(result.Errors.Count > 0 ? result.Errors[0].Message : "")}";
    }

    private static void Print(string text)
    {
        try
        {
            var options = ParserOptions.Trusted;
            options.MaxAllowedRecursionDepth = int.MaxValue;
            var document = Parser.Parse(text, options);
            Assert.NotEmpty(SyntaxPrinter.Print(document));
            if (document.Definitions[0] is TypeDefinitionNode) SchemaPrinter.Print(SdlSchemaBuilder.Build(document));
        }
        catch (Exception error) when (error is SyntaxException or SchemaException or InsufficientExecutionStackException)
        {
            // Refused, each in its way; a stack that is exhausted cannot be caught.
        }
    }

    private static RequestExecutorOptions WithoutLimits()
    {
        var options = new RequestExecutorOptions { MaxDocumentBytes = int.MaxValue, MaxExecutionDepth = null, MaxAllowedFieldCycleDepth = null };
        var (parser, validation) = (options.Parser, options.Validation);
        parser.MaxAllowedTokens = parser.MaxAllowedNodes = parser.MaxAllowedFields = parser.MaxAllowedRecursionDepth = int.MaxValue;
        validation.MaxAllowedFragmentVisits = validation.MaxAllowedFieldMergeComparisons = validation.MaxAllowedOfTypeDepth = int.MaxValue;
        return options;
    }
}
