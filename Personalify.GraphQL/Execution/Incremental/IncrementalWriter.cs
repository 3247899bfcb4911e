using System.Text.Json;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>Writes what a result says of parts. Specification, working draft: 7.1 Response Format, pending, incremental, completed, hasNext.</summary>
internal static class IncrementalWriter
{
    public static void Write(Utf8JsonWriter writer, IncrementalPayload payload)
    {
        WriteEach(writer, "pending"u8, payload.Pending, Write);
        WriteEach(writer, "incremental"u8, payload.Incremental, Write);
        WriteEach(writer, "completed"u8, payload.Completed, Write);
        writer.WriteBoolean("hasNext"u8, payload.HasNext);
    }

    private static void WriteEach<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T> entries, Action<Utf8JsonWriter, T> write)
    {
        if (entries.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            write(writer, entry);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, PendingResult pending)
    {
        writer.WriteString("id"u8, pending.Id);
        ResponseWriter.WritePath(writer, "path"u8, pending.Path);
        if (pending.Label is { } label) writer.WriteString("label"u8, label);
    }

    private static void Write(Utf8JsonWriter writer, IncrementalResult result)
    {
        writer.WriteString("id"u8, result.Id);
        if (result.SubPath is { } subPath) ResponseWriter.WritePath(writer, "subPath"u8, subPath);
        WriteErrors(writer, result.Errors);
        writer.WritePropertyName(result.Items.IsEmpty ? "data"u8 : "items"u8);
        writer.WriteRawValue((result.Items.IsEmpty ? result.Data : result.Items).Span, skipInputValidation: true);
    }

    private static void Write(Utf8JsonWriter writer, CompletedResult completed)
    {
        writer.WriteString("id"u8, completed.Id);
        WriteErrors(writer, completed.Errors);
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count == 0) return;
        writer.WritePropertyName("errors"u8);
        ResponseWriter.WriteErrors(writer, errors);
    }
}
