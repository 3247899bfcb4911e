using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Imports;

[ObjectType<Import>]
[Node(IdField = nameof(Import.GlobalId))]
public static class ImportType
{
    /// <summary>An import of another listener is not there, exactly like an unknown id.</summary>
    [NodeResolver]
    public static async Task<Import?> FindAsync(
        long id, ImportStore imports, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.FindUserId() is { } user && CatalogId.NumberFor(user, id) is { } number
            ? await imports.FindAsync(user, number, cancellationToken)
            : null;
}
