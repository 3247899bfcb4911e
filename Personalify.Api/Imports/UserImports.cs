using Personalify.Api.Access;
using Personalify.Api.Data;
using Personalify.Api.Users;

namespace Personalify.Api.Imports;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserImports
{
    [UsePaging]
    public static async Task<Connection<Import>?> GetImportsAsync(
        [Parent] User user, PagingArguments paging, ImportStore imports, CancellationToken cancellationToken)
    {
        var (after, before) = (IdCursor.Parse(paging.After, "after"), IdCursor.Parse(paging.Before, "before"));
        var page = new KeysetPage(paging);
        return page.Of(
            await imports.ListAsync(user.Id, after, before, page.RowsToRead, !page.IsBackward, cancellationToken), import => IdCursor.Of(import.Number)) with
        {
            CountAsync = token => imports.CountAsync(user.Id, token),
        };
    }

    public static Task<Import?> GetImportAsync([Parent] User user, [ID] int id, ImportStore imports, CancellationToken cancellationToken) =>
        imports.FindAsync(user.Id, id, cancellationToken);
}
