using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Imports;

[MutationType]
public static class ImportMutations
{
    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("Starts the import of files that were uploaded to /uploads, or looks at them without writing.")]
    public static async Task<StartImportPayload> StartImportAsync(
        StartImportInput input, ImportControl control, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var (import, error) = await control.StartAsync(principal.GetUserId(), input.ImportId, input.Preview, cancellationToken);
        return new StartImportPayload(import, error is null ? null : [error]);
    }

    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("Removes an upload that was not started, or a queued import.")]
    public static async Task<CancelImportPayload> CancelImportAsync(
        CancelImportInput input, ImportControl control, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var (import, error) = await control.CancelAsync(principal.GetUserId(), input.ImportId, cancellationToken);
        return new CancelImportPayload(import?.Id, error is null ? null : [error]);
    }

    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("Takes back what an import added.")]
    public static async Task<UndoImportPayload> UndoImportAsync(
        UndoImportInput input, ImportControl control, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var (import, error) = await control.UndoAsync(principal.GetUserId(), input.ImportId, cancellationToken);
        return new UndoImportPayload(import, error is null ? null : [error]);
    }
}
