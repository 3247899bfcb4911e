using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Messages to the client. graphql-transport-ws: Message types.</summary>
internal static class SocketMessageWriter
{
    public static ReadOnlyMemory<byte> Acknowledge(IReadOnlyDictionary<string, object?>? payload) => Write("connection_ack", null, payload is null
        ? null
        : output => output.Write(JsonSerializer.SerializeToUtf8Bytes(payload)));

    /// <summary>The answer to a ping, with its payload.</summary>
    public static ReadOnlyMemory<byte> Pong(ReadOnlyMemory<byte> payload) => Write("pong", null, payload.IsEmpty ? null : output => output.Write(payload.Span));

    public static ReadOnlyMemory<byte> Next(string id, ExecutionResult result) => Write("next", id, result.WriteTo);

    /// <summary>The end of an operation that could not be executed, or whose events have failed.</summary>
    public static ReadOnlyMemory<byte> Error(string id, IReadOnlyList<GraphQLError> errors) => Write("error", id, output => ResponseWriter.WriteErrors(errors, output));

    public static ReadOnlyMemory<byte> Complete(string id) => Write("complete", id, null);

    private static ReadOnlyMemory<byte> Write(string type, string? id, Action<IBufferWriter<byte>>? payload)
    {
        var output = new ArrayBufferWriter<byte>(256);
        output.Write("{\"type\":\""u8);
        Write(output, JsonEncodedText.Encode(type));
        output.Write("\""u8);
        if (id is not null)
        {
            output.Write(",\"id\":\""u8);
            Write(output, JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
            output.Write("\""u8);
        }

        if (payload is not null)
        {
            output.Write(",\"payload\":"u8);
            payload(output);
        }

        output.Write("}"u8);
        return output.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> output, JsonEncodedText text) => output.Write(text.EncodedUtf8Bytes);
}
