using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>Writes responses. Specification: 7.2 Serialization Format.</summary>
internal static class ResponseWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ExecutionResult result, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        if (result.Errors.Count > 0)
        {
            writer.WritePropertyName("errors"u8);
            WriteErrors(writer, result.Errors);
        }

        if (!result.Data.IsEmpty)
        {
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(result.Data.Span, skipInputValidation: true);
        }

        if (result.Incremental is { } payload) IncrementalWriter.Write(writer, payload);
        if (result.Extensions is { } extensions) WriteExtensions(writer, extensions);
        writer.WriteEndObject();
    }

    /// <summary>Writes the errors alone, as an array.</summary>
    public static void WriteErrors(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        WriteErrors(writer, errors);
    }

    /// <summary>Writes the errors alone, as a value.</summary>
    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WriteStartArray();
        foreach (var error in errors) WriteError(writer, error);
        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (error.Locations.Count > 0) WriteLocations(writer, error);
        if (error.Path is { } path) WritePath(writer, "path"u8, path);
        if (error.Extensions is { Count: > 0 } extensions) WriteExtensions(writer, extensions);
        writer.WriteEndObject();
    }

    private static void WriteExtensions(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> extensions)
    {
        writer.WritePropertyName("extensions"u8);
        JsonSerializer.Serialize(writer, extensions);
    }

    private static void WriteLocations(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartArray("locations"u8);
        foreach (var (line, column) in error.Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, line);
            writer.WriteNumber("column"u8, column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a path as an entry.</summary>
    public static void WritePath(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<object> path)
    {
        writer.WriteStartArray(name);
        foreach (var step in path)
        {
            if (step is int index) writer.WriteNumberValue(index);
            else writer.WriteStringValue((string)step);
        }

        writer.WriteEndArray();
    }
}
