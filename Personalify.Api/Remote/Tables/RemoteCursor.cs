using System.Buffers.Text;
using System.Text.Json;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Remote.Tables;

/// <summary>The place of a row: its values by which it is ordered, or its number where rows may be alike.</summary>
/// <param name="Order">Of which order it is a place.</param>
/// <param name="Values">What the row has in the columns of the order.</param>
/// <param name="Number">How many rows stand up to it.</param>
internal sealed record RemoteCursor(string Order, string?[]? Values, int Number)
{
    /// <summary>What may be in a cursor of one column.</summary>
    public const int MostCharacters = 2_000;

    public static RemoteCursor? Parse(string? text, RemoteOrder order)
    {
        if (text is null) return null;
        return TryRead(text) is { Number: >= 0 } cursor && cursor.Order == order.Signature && order.HasKey == cursor.Values is not null
            && (cursor.Values is null || cursor.Values.Length == order.Columns.Count())
            && cursor.Values?.Any(value => value?.Contains('\0') == true) != true // PostgreSQL's text has no such character.
            ? cursor
            : throw new GraphQLException(
                "after is not a cursor of this list in this order. Take one from pageInfo or an edge, and keep orderBy as it was.",
                ErrorCodes.InvalidCursor);
    }

    /// <exception cref="GraphQLException">A value of it is too long to go on from.</exception>
    public override string ToString() => Values?.Any(value => value?.Length > MostCharacters) == true
        ? throw new GraphQLException(
            $"A row has more than {MostCharacters} characters in a column of orderBy, so a page cannot go on from it. Order by another column.",
            RemoteErrors.InvalidColumn)
        : Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    private static RemoteCursor? TryRead(string text)
    {
        try
        {
            return Base64Url.IsValid(text) ? JsonSerializer.Deserialize<RemoteCursor>(Base64Url.DecodeFromChars(text)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
