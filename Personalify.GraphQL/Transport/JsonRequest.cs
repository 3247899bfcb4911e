using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Personalify.GraphQL.Transport;

/// <summary>Parses a JSON request body. GraphQL over HTTP: 5.4.1 Request Encoding.</summary>
internal static class JsonRequest
{
    /// <summary>The same of a body in pooled memory, which the request takes along.</summary>
    /// <exception cref="RejectedRequestException">The body is not an object of the expected shape.</exception>
    public static ReceivedRequest Parse(RequestBody body, GraphQLServerOptions options, OperationAddress? address) =>
        Parse(body.Bytes, options, address, body) with { Body = body };

    /// <summary>
    /// Takes variables, and the document wherever JSON has not escaped it, as slices of the body, so the body must not change afterwards.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="address">What its address names; <c>null</c> when that is nothing.</param>
    /// <param name="space">Where to unescape the document to; <c>null</c> for memory of its own.</param>
    /// <exception cref="RejectedRequestException">The body is not an object of the expected shape.</exception>
    public static ReceivedRequest Parse(ReadOnlyMemory<byte> body, GraphQLServerOptions options, OperationAddress? address = null, RequestBody? space = null)
    {
        if (!Utf8.IsValid(body.Span)) throw RejectedRequestException.Malformed("The body is not valid UTF-8.");
        try
        {
            return IsBatch(body, options)
                ? new ReceivedRequest(default, ParseBatch(body, options.MaxBatchSize, address, space))
                : new ReceivedRequest(ParseSingle(body, options, address, space));
        }
        catch (JsonException exception)
        {
            throw RejectedRequestException.Malformed(
                $"The body is not valid JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}. "
                + "Send an object with 'query' and, where needed, 'variables' and 'operationName'.");
        }
    }

    /// <summary>A parameter that a URL carries as JSON text, such as the variables of a GET.</summary>
    /// <exception cref="RejectedRequestException">The text is neither an object nor null.</exception>
    public static JsonElement ParseObjectParameter(string name, string json)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            var value = ReadObject(ref reader, name);
            reader.Read(); // Fails when anything follows the object.
            return value;
        }
        catch (JsonException)
        {
            throw RejectedRequestException.Malformed($"The parameter '{name}' is not valid JSON.");
        }
    }

    private static bool IsBatch(ReadOnlyMemory<byte> body, GraphQLServerOptions options)
    {
        if ((options.Batching & AllowedBatching.RequestBatching) == 0) return false;
        var reader = new Utf8JsonReader(body.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.StartArray;
    }

    private static List<RequestParameters> ParseBatch(ReadOnlyMemory<byte> body, int maxSize, OperationAddress? address, RequestBody? space)
    {
        var items = new List<Range>();
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(start..(int)reader.BytesConsumed);
        }

        reader.Read(); // Fails when anything follows the array.
        if (items.Count > maxSize) throw RejectedRequestException.BatchTooLarge(items.Count, maxSize);
        if (items.Count == 0) throw RejectedRequestException.EmptyBatch();
        return [.. items.Select((item, index) => ParseEntry(body[item], index + 1, items.Count, address, space))];
    }

    /// <summary>An error in one request of a batch names that request, because the others are correct.</summary>
    private static RequestParameters ParseEntry(
        ReadOnlyMemory<byte> entry, int number, int count, OperationAddress? address, RequestBody? space)
    {
        var reader = new Utf8JsonReader(entry.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw RejectedRequestException.NoBatchEntry(number, count, Describe(reader.TokenType));
        try
        {
            return ParseObject(entry, address, space);
        }
        catch (RejectedRequestException wrong)
        {
            throw RejectedRequestException.InBatch(number, count, wrong);
        }
    }

    private static RequestParameters ParseSingle(
        ReadOnlyMemory<byte> body, GraphQLServerOptions options, OperationAddress? address, RequestBody? space)
    {
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject
            ? ParseObject(body, address, space)
            : throw RejectedRequestException.NoObject((options.Batching & AllowedBatching.RequestBatching) != 0);
    }

    private static RequestParameters ParseObject(ReadOnlyMemory<byte> body, OperationAddress? address, RequestBody? space)
    {
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        ReadOnlyMemory<byte>? document = null;
        string? operationName = null, documentId = null;
        ReadOnlyMemory<byte> variables = default;
        JsonElement extensions = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (IsNext(ref reader, "query"u8)) document = ReadDocument(ref reader, body, space);
            else if (IsNext(ref reader, "operationName"u8)) operationName = ReadString(ref reader, "operationName");
            else if (IsNext(ref reader, "documentId"u8)) documentId = ReadString(ref reader, "documentId");
            else if (IsNext(ref reader, "id"u8)) documentId ??= ReadId(ref reader);
            else if (IsNext(ref reader, "variables"u8)) variables = ReadVariables(ref reader, body);
            else if (IsNext(ref reader, "extensions"u8)) extensions = ReadObject(ref reader, "extensions");
            else reader.Skip();
        }

        reader.Read(); // Fails when anything follows the object.
        return RequestParameters.Of(document, documentId, operationName, variables, extensions, address);
    }

    private static bool IsNext(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static ReadOnlyMemory<byte>? ReadDocument(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, RequestBody? space)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.String) throw Invalid("query", "a string", reader.TokenType);
        if (!reader.ValueIsEscaped) return body.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        RequireWellFormed(ref reader);
        var unescaped = space?.Take(reader.ValueSpan.Length) ?? new byte[reader.ValueSpan.Length];
        return unescaped[..reader.CopyString(unescaped.Span)];
    }

    /// <summary>Hot Chocolate's name of a document's id is so common that something else may have it.</summary>
    private static string? ReadId(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return ReadString(ref reader, "id");
        reader.Skip();
        return null;
    }

    private static string? ReadString(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.String) throw Invalid(name, "a string", reader.TokenType);
        RequireWellFormed(ref reader);
        return reader.GetString();
    }

    /// <summary>As they stand in the body: they are read once it is known what the operation takes them for.</summary>
    private static ReadOnlyMemory<byte> ReadVariables(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        if (!IsObject(ref reader, "variables")) return default;
        var start = (int)reader.TokenStartIndex;
        SkipWellFormed(ref reader);
        return body[start..(int)reader.BytesConsumed];
    }

    private static JsonElement ReadObject(ref Utf8JsonReader reader, string name)
    {
        if (!IsObject(ref reader, name)) return default;
        var strings = reader;
        SkipWellFormed(ref strings);
        return JsonElement.ParseValue(ref reader);
    }

    private static bool IsObject(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw Invalid(name, "an object", reader.TokenType),
    };

    private static void SkipWellFormed(ref Utf8JsonReader reader)
    {
        for (var depth = reader.CurrentDepth; reader.Read() && reader.CurrentDepth > depth;) RequireWellFormed(ref reader);
    }

    /// <summary>JSON may escape half of a surrogate pair. Readers would throw on it much later, so it is refused here.</summary>
    private static void RequireWellFormed(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return;
        try
        {
            _ = reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw RejectedRequestException.Malformed("A string of the body escapes a lone surrogate, which is no Unicode character.");
        }
    }

    private static RejectedRequestException Invalid(string name, string expected, JsonTokenType actual) =>
        RejectedRequestException.Malformed($"The parameter '{name}' must be {expected} or null, but is {Describe(actual)}.");

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a Boolean",
    };
}
