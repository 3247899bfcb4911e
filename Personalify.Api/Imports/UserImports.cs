using Personalify.Api.Access;
using Personalify.Api.Data;
using Personalify.Api.Users;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Imports;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserImports
{
    [UsePaging]
    [GraphQLDescription("The listener's imports, newest first.")]
    public static async Task<Connection<Import>?> GetImportsAsync(
        [Parent] User user, PagingArguments paging, ImportStore imports, CancellationToken cancellationToken)
    {
        var (after, before) = (IdCursor.Parse(paging.After, "after"), IdCursor.Parse(paging.Before, "before"));
        var page = new KeysetPage(paging);
        return page.Of(
            await imports.ListAsync(user.Id, after, before, page.RowsToRead, !page.IsBackward, cancellationToken),
            import => IdCursor.Of(import.Number)) with
        {
            CountAsync = token => imports.CountAsync(user.Id, token),
        };
    }

    [GraphQLDescription("An import of the listener, or null.")]
    public static async Task<Import?> GetImportAsync(
        [Parent] User user, [ID<Import>] [GraphQLDescription("Of the import.")] long id,
        ImportStore imports, CancellationToken cancellationToken) =>
        CatalogId.NumberFor(user.Id, id) is { } number ? await imports.FindAsync(user.Id, number, cancellationToken) : null;
}
