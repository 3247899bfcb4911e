using System.Buffers;
using System.Text.Json;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Validation;

namespace Personalify.GraphQL.Tests.Differential;

/// <summary>What our engine says of a document, in the shape in which <c>tests/conformance/oracle.mjs</c> says what graphql-js does.</summary>
internal sealed class DifferentialEngine(Schema schema)
{
    private static readonly DocumentValidator Validator = new();
    private static readonly RequestExecutorOptions Options = AsGraphQLJs();
    private readonly GraphQLServer _server = new(schema, Options);

    /// <summary>Takes <c>{"query", "variables", "operationName"}</c> or <c>{"sdl"}</c>.</summary>
    public async Task<Dictionary<string, object?>> AnswerAsync(JsonElement request)
    {
        var isSchema = request.TryGetProperty("sdl", out var text) || !request.TryGetProperty("query", out text);
        var source = new Source(text.GetString()!);
        DocumentNode document;
        try
        {
            document = Parser.Parse(source, isSchema ? ParserOptions.Trusted : ParserOptions.Default);
        }
        catch (SyntaxException error)
        {
            var refused = new Dictionary<string, object?> { ["failures"] = new[] { Failure("syntax", error.Error) } };
            if (isSchema) refused["isValid"] = false;
            else refused["answer"] = await ExecuteAsync(source, request);
            return refused;
        }

        var result = isSchema ? AnswerSchema(document) : await AnswerDocumentAsync(document, request);
        result["printed"] = SyntaxPrinter.Print(document);
        return result;
    }

    /// <summary>All results of an answer that comes in parts, or the only one of another.</summary>
    public async Task<List<JsonElement>> AnswerInPartsAsync(JsonElement request)
    {
        await using var response = await _server.ExecuteStreamAsync(Request(new Source(request.GetProperty("query").GetString()!), request));
        if (response.Result is { } single) return [Read(single)];
        var results = new List<JsonElement>();
        await foreach (var result in response.ReadResultsAsync())
        {
            using (result) results.Add(Read(result));
        }

        return results;
    }

    private static Dictionary<string, object?> AnswerSchema(DocumentNode document)
    {
        var failures = Failures(SpecifiedRules.Sdl, rule => SdlValidator.Validate(document, [rule]));
        if (failures.Count > 0 || Read(document) is not { } schema) return new() { ["failures"] = failures, ["isValid"] = false };
        return new() { ["failures"] = failures, ["isValid"] = true, ["schema"] = SchemaPrinter.Print(schema).TrimEnd() };
    }

    private static Schema? Read(DocumentNode document)
    {
        try
        {
            var schema = SdlSchemaBuilder.Build(document);
            return SchemaValidator.Validate(schema).Count == 0 ? schema : null;
        }
        catch (SchemaException)
        {
            return null;
        }
    }

    private async Task<Dictionary<string, object?>> AnswerDocumentAsync(DocumentNode document, JsonElement request)
    {
        var isStream = document.Definitions.Any(definition => definition is OperationDefinitionNode { Operation: OperationType.Subscription });
        var isValid = Validator.Validate(schema, document, Options.Validation).Count == 0;
        var failures = isValid ? [] : Failures(SpecifiedRules.Executable, rule => new DocumentValidator([rule]).Validate(schema, document, Options.Validation));
        var result = new Dictionary<string, object?> { ["failures"] = failures };
        if (!isStream || failures.Count > 0) result["answer"] = await ExecuteAsync(document.Source!, request);
        return result;
    }

    private async Task<JsonElement> ExecuteAsync(Source source, JsonElement request)
    {
        using var result = await _server.ExecuteAsync(Request(source, request));
        return Read(result);
    }

    private static GraphQLRequest Request(Source source, JsonElement request) => new()
    {
        Document = source.Text,
        Variables = request.TryGetProperty("variables", out var variables) ? variables : default,
        OperationName = request.TryGetProperty("operationName", out var name) ? name.GetString() : null,
    };

    private static JsonElement Read(ExecutionResult result)
    {
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return JsonElement.Parse(output.WrittenSpan);
    }

    private static List<string> Failures(IEnumerable<ValidationRule> rules, Func<ValidationRule, IReadOnlyList<GraphQLError>> check) =>
        [.. rules.SelectMany(rule => check(rule).Select(error => Failure(rule.GetType().Name, error)))];

    private static string Failure(string rule, GraphQLError error) =>
        $"{rule} {string.Join(' ', error.Locations.Select(location => $"{location.Line}:{location.Column}"))}";

    /// <summary>Our limits are tighter than those of graphql-js; they are not what is compared.</summary>
    private static RequestExecutorOptions AsGraphQLJs()
    {
        var options = new RequestExecutorOptions { MaxExecutionDepth = null, MaxAllowedFieldCycleDepth = null };
        (options.Validation.MaxAllowedErrors, options.Validation.MaxLocationsPerError) = (100, 50);
        options.Validation.MaxAllowedFragmentVisits = 50_000;
        return options;
    }
}
