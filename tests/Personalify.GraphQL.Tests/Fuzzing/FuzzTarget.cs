using System.Buffers;
using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Fuzzing;

/// <summary>
/// Sends bytes the way of a document: lexer, parser, printer, validator, executor, and for definitions the schema builder. Each may
/// refuse them in its own words; anything else is a failure.
/// </summary>
internal sealed class FuzzTarget(Schema schema)
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly GraphQLServer _server = new(schema, new RequestExecutorOptions { MaxCachedDocuments = 16 });

    /// <summary>What became of the input, in words that are the same for inputs of the same fate.</summary>
    /// <exception cref="FuzzException">Something is wrong with the engine.</exception>
    public string Check(byte[] input)
    {
        try
        {
            var document = Parser.Parse(new Source(input));
            if (input.Length % 4 == 0) CheckRoundTrip(document);
            return document.Definitions.All(definition => definition is ExecutableDefinitionNode) ? CheckExecution(document) : CheckSchema(document);
        }
        catch (SyntaxException refused)
        {
            CheckPlace(refused.Error, input);
            return $"syntax: {Shape(refused.Message)}";
        }
        catch (Exception error) when (error is not FuzzException)
        {
            throw new FuzzException($"{error.GetType().Name}: {error.Message}", input, error);
        }
    }

    private static void CheckPlace(GraphQLError error, byte[] input)
    {
        var (line, column) = (error.Locations.Single().Line, error.Locations.Single().Column);
        var lines = input.Count(character => character is (byte)'\r' or (byte)'\n') + 1;
        if (line < 1 || line > lines || column < 1 || column > input.Length + 1) throw new FuzzException($"{line}:{column} is outside of the document.", input);
    }

    private static void CheckRoundTrip(DocumentNode document)
    {
        var printed = SyntaxPrinter.Print(document);
        var again = SyntaxPrinter.Print(Parser.Parse(printed, ParserOptions.Trusted));
        if (printed != again) throw new FuzzException($"Printed, parsed and printed again it is another document:\n{printed}\n---\n{again}", document.Source!.Text.ToArray());
    }

    private string CheckExecution(DocumentNode document)
    {
        var pending = _server.ExecuteAsync(new GraphQLRequest { Document = document.Source!.Text });
        using var result = pending.IsCompleted ? pending.Result : pending.GetAwaiter().GetResult();
        _output.ResetWrittenCount();
        result.WriteTo(_output);
        var reader = new Utf8JsonReader(_output.WrittenSpan, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
            // A response that is no JSON throws.
        }

        return $"{result.Kind}: {Shapes(result.Errors)}";
    }

    private static string CheckSchema(DocumentNode document)
    {
        try
        {
            var built = SdlSchemaBuilder.Build(document);
            var errors = SchemaValidator.Validate(built);
            if (errors.Count > 0) return $"schema: {Shapes(errors)}";
            CheckExport(built, document);
            return "schema";
        }
        catch (SchemaException refused)
        {
            return $"definitions: {Shapes(refused.Errors)}";
        }
    }

    private static void CheckExport(Schema schema, DocumentNode document)
    {
        var printed = SchemaPrinter.Print(schema);
        if (SchemaPrinter.Print(SdlSchemaBuilder.Build(printed)) != printed)
            throw new FuzzException($"The export of the schema is another schema:\n{printed}", document.Source!.Text.ToArray());
    }

    private static string Shapes(IEnumerable<GraphQLError> errors) => string.Join(';', errors.Select(error => Shape(error.Message)).Distinct().Order());

    /// <summary>The message without what it quotes: names, numbers, characters.</summary>
    private static string Shape(string message)
    {
        var shape = new StringBuilder();
        var isQuoted = false;
        foreach (var character in message.AsSpan(0, Math.Min(message.Length, 80)))
        {
            if (character == '"') isQuoted = !isQuoted;
            else if (!isQuoted && (char.IsAsciiLetter(character) || character == ' ')) shape.Append(character);
        }

        return shape.ToString();
    }
}

/// <summary>The engine did with an input what it must not do.</summary>
internal sealed class FuzzException(string message, byte[] input, Exception? inner = null)
    : Exception($"{message}\nInput as text:\n{Encoding.UTF8.GetString(input)}\nInput as Base64: {Convert.ToBase64String(input)}", inner);
