using System.Globalization;
using Personalify.Api.Access;
using Personalify.Api.Users;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Imports;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserImports
{
    [UsePaging]
    public static async Task<Connection<Import>> GetImportsAsync(
        [Parent] User user, PagingArguments paging, ImportStore imports, CancellationToken cancellationToken)
    {
        var (after, before) = (Id(paging.After, "after"), Id(paging.Before, "before"));
        var (size, isForward) = (paging.First ?? paging.Last!.Value, paging.First is not null);
        var found = await imports.ListAsync(user.Id, after, before, size + 1, isForward, cancellationToken);
        var page = isForward ? found.Take(size) : found.Take(size).Reverse();
        var edges = page.Select(import => new Edge<Import>(import, Cursor(import))).ToList();
        var hasMore = found.Count > size;
        var (hasNext, hasPrevious) = isForward ? (hasMore, after is not null) : (before is not null, hasMore);
        return new Connection<Import>(edges, new ConnectionPageInfo(hasNext, hasPrevious, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
    }

    public static Task<Import?> GetImportAsync([Parent] User user, [ID] int id, ImportStore imports, CancellationToken cancellationToken) =>
        imports.FindAsync(user.Id, id, cancellationToken);

    private static string Cursor(Import import) => "i" + import.Id.ToString(CultureInfo.InvariantCulture);

    private static int? Id(string? cursor, string argument)
    {
        if (cursor is null) return null;
        return cursor.StartsWith('i') && int.TryParse(cursor.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new GraphQLException($"{argument} is not a cursor of this list. Take one from pageInfo or an edge.");
    }
}
