using System.Buffers.Text;
using System.Text.Json;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL;

/// <summary>An item's keys as text: a JSON list in Base64 that is safe in addresses. Opaque to clients, checked when it comes back.</summary>
internal static class Cursor
{
    private const int MaxLength = 4096;

    public static string Format(IEnumerable<object?> keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys.ToArray()));

    /// <summary>The keys of a cursor.</summary>
    /// <exception cref="GraphQLException">It is none of a list with these keys.</exception>
    public static object?[] Parse(string cursor, string argument, IReadOnlyList<(Type Type, bool MayBeNull)> keys)
    {
        try
        {
            if (cursor.Length > MaxLength) throw Invalid(argument);
            var values = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(cursor)) ?? throw Invalid(argument);
            return values.Length == keys.Count ? [.. keys.Select((key, index) => Read(values[index], key, argument))] : throw Invalid(argument);
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException or NotSupportedException)
        {
            throw Invalid(argument);
        }
    }

    private static object? Read(JsonElement value, (Type Type, bool MayBeNull) key, string argument) =>
        value.Deserialize(key.Type) ?? (key.MayBeNull ? null : throw Invalid(argument));

    private static GraphQLException Invalid(string argument) =>
        new($"{argument} is not a cursor of this list. Take one from pageInfo or an edge.", ErrorCodes.InvalidCursor);
}
