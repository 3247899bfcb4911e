using System.Globalization;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Data;

/// <summary>The place of a row in a list that is ordered by id: <c>i42</c>.</summary>
public static class IdCursor
{
    public static string Of(int id) => "i" + id.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="GraphQLException">The text is not such a cursor.</exception>
    public static int? Parse(string? text, string argument)
    {
        if (text is null) return null;
        return text.StartsWith('i') && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new GraphQLException($"{argument} is not a cursor of this list. Take one from pageInfo or an edge.",
                ErrorCodes.InvalidCursor);
    }
}
