using Personalify.Domain.Catalog;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>What a listener can do to an import; an import that is in the wrong state, or somebody else's, is a typed error.</summary>
public sealed class ImportControl(ImportStore store, ImportQueue queue, ImportChanges changes, UploadFolder folder)
{
    public async Task<FieldResult<Import, ImportNotFoundError, ImportStateError>> StartAsync(
        int userId, long id, bool preview, CancellationToken cancellationToken)
    {
        if (CatalogId.NumberFor(userId, id) is not { } number) return ImportNotFoundError.Unknown;
        if (await store.StartAsync(userId, number, preview, cancellationToken) is not { } import)
            return new([await ExplainAsync(userId, number, "be started", cancellationToken)]);
        queue.Signal();
        await changes.TellAsync(import.Id);
        return import;
    }

    public async Task<FieldResult<long, ImportNotFoundError, ImportStateError>> CancelAsync(
        int userId, long id, CancellationToken cancellationToken)
    {
        if (CatalogId.NumberFor(userId, id) is not { } number) return ImportNotFoundError.Unknown;
        if (await store.CancelAsync(userId, number, cancellationToken) is not { } import)
            return new([await ExplainAsync(userId, number, "be cancelled", cancellationToken)]);
        ImportMetrics.Cancelled();
        folder.Delete(import.Id);
        await changes.TellAsync(import.Id);
        return import.GlobalId;
    }

    public async Task<FieldResult<Import, ImportNotFoundError, ImportStateError>> UndoAsync(
        int userId, long id, CancellationToken cancellationToken)
    {
        if (CatalogId.NumberFor(userId, id) is not { } number) return ImportNotFoundError.Unknown;
        if (await store.UndoAsync(userId, number, cancellationToken) is not { } import)
            return new([await ExplainAsync(userId, number, "be undone", cancellationToken)]);
        queue.Signal();
        await changes.TellAsync(import.Id);
        return import;
    }

    private async Task<object> ExplainAsync(int userId, int number, string wish, CancellationToken cancellationToken) =>
        await store.FindAsync(userId, number, cancellationToken) is { } import
            ? new ImportStateError($"The import {number} cannot {wish}: {Because(import)}", import.Status)
            : ImportNotFoundError.Unknown;

    private static string Because(Import import) => import.Status switch
    {
        ImportStatus.Uploaded => "it was never started, so there is nothing to take back. Start it or cancel it.",
        ImportStatus.Queued => "it waits for its turn. Wait until it is done, or cancel it.",
        ImportStatus.Running => "it is running. Wait until it is done, or cancel it.",
        ImportStatus.Completed when import.IsPreview => "it only looked and wrote nothing. Start it without preview to import.",
        ImportStatus.Completed => "it is done. Undo it to take it back; to import again, upload the files again.",
        ImportStatus.Failed => "it failed and wrote nothing. Upload the files again.",
        ImportStatus.Undoing => "it is being undone.",
        _ => "it was undone before. To import again, upload the files again.",
    };
}
