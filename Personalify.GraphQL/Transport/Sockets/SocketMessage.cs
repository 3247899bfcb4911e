using System.Text.Json;
using System.Text.Unicode;

namespace Personalify.GraphQL.Transport;

/// <summary>A message from the client. graphql-transport-ws: Message types.</summary>
/// <param name="Type">One of the types that a client may send.</param>
/// <param name="Id">The operation's id, where the type has one.</param>
/// <param name="Payload">A JSON object as it was sent; empty for none.</param>
internal readonly record struct SocketMessage(string Type, string Id, ReadOnlyMemory<byte> Payload)
{
    public const string ConnectionInit = "connection_init", Ping = "ping", Pong = "pong", Subscribe = "subscribe", Complete = "complete";

    /// <exception cref="SocketViolation">It is no message of the protocol.</exception>
    public static SocketMessage Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            return Utf8.IsValid(text.Span) ? Check(ReadObject(text)) : throw SocketViolation.Invalid("The message is not valid UTF-8.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw SocketViolation.Invalid("The message is not valid JSON.");
        }
    }

    private static SocketMessage ReadObject(ReadOnlyMemory<byte> text)
    {
        var reader = new Utf8JsonReader(text.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw SocketViolation.Invalid("A message is a JSON object.");
        var message = new SocketMessage("", "", default);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (IsNext(ref reader, "type"u8)) message = message with { Type = ReadString(ref reader, "type") };
            else if (IsNext(ref reader, "id"u8)) message = message with { Id = ReadString(ref reader, "id") };
            else if (IsNext(ref reader, "payload"u8)) message = message with { Payload = ReadPayload(ref reader, text) };
            else reader.Skip();
        }

        reader.Read(); // Fails when anything follows the object.
        return message;
    }

    private static bool IsNext(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static string ReadString(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw SocketViolation.Invalid($"The '{name}' of a message is a string.");

    private static ReadOnlyMemory<byte> ReadPayload(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text)
    {
        if (reader.TokenType == JsonTokenType.Null) return default;
        if (reader.TokenType != JsonTokenType.StartObject) throw SocketViolation.Invalid("The 'payload' of a message is an object.");
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return text[start..(int)reader.BytesConsumed];
    }

    private static SocketMessage Check(SocketMessage message) => message.Type switch
    {
        Subscribe or Complete when message.Id.Length == 0 => throw SocketViolation.Invalid($"A message of the type {message.Type} needs an 'id'."),
        Subscribe when message.Payload.IsEmpty => throw SocketViolation.Invalid("A message of the type subscribe needs a 'payload' with the 'query'."),
        ConnectionInit or Ping or Pong or Subscribe or Complete => message,
        _ => throw SocketViolation.Invalid("The 'type' of a message is connection_init, ping, pong, subscribe or complete."),
    };
}
