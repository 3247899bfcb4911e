using Microsoft.Extensions.Options;
using Personalify.Api.Hosting;
using Personalify.Api.Imports.Reading;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>Runs one claimed import to whatever end it comes: done, refused, put back, or given up after several tries.</summary>
internal sealed class ImportRunner(
    ImportQueue queue, ImportPipeline pipeline, ImportUndo undo, UploadFolder folder, TimeProvider time, IOptions<ImportOptions> options,
    ILogger<ImportRunner> log)
{
    private const int MostAttempts = 3;

    public async Task RunAsync(ClaimedImport import, CancellationToken stopping)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var heartbeat = new ImportHeartbeat(queue, import, time, options, run);
        try
        {
            if (import.IsUndo) await heartbeat.WhileAsync(token => undo.RunAsync(import, token));
            else await ImportAsync(import, heartbeat);
        }
        catch (ImportRejectedException rejection)
        {
            await FailAsync(import, rejection.Message);
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            // This process stops, the listener has cancelled, or another process has taken over; in the latter cases nothing is left to
            // release.
            if (!await queue.ReleaseAsync(import, CancellationToken.None)) log.ImportLeft(import.Id, import.Attempt);
        }
        catch (Exception failure)
        {
            await BreakAsync(import, failure);
        }
    }

    private async Task ImportAsync(ClaimedImport import, ImportHeartbeat heartbeat)
    {
        var files = import.Files.Select((file, number) => new UploadedFile(folder.PathOf(import.Id, number), file.Name)).ToList();
        var report = await heartbeat.WhileAsync(token => pipeline.RunAsync(import, files, heartbeat, token));
        if (!import.IsPreview)
        {
            folder.Delete(import.Id);
            ImportMetrics.Completed(report.Rows, report.Added, report.Seconds);
        }

        log.ImportCompleted(import.Id, report.Rows, report.Added, report.Seconds);
    }

    /// <summary>
    /// A run whose import was cancelled may fail on rows that are gone before it learns of the cancellation; that is no failure of the
    /// import.
    /// </summary>
    private async Task BreakAsync(ClaimedImport import, Exception failure)
    {
        if (!await queue.IsOwnAsync(import, CancellationToken.None))
        {
            log.ImportLeft(import.Id, import.Attempt);
            return;
        }

        log.ImportBroke(failure, import.Id, import.Attempt);
        if (import.Attempt < MostAttempts) await queue.ReleaseAsync(import, CancellationToken.None);
        else await FailAsync(import, Broken(import));
    }

    private static string Broken(ClaimedImport import) => import.IsUndo
        ? "The server could not undo this import; everything is as it was. Try again later, and tell who runs this server if it stays so."
        : "The server could not finish this import; nothing of it was written. Try again later, and "
            + "tell who runs this server if it stays so.";

    private async Task FailAsync(ClaimedImport import, string error)
    {
        if (!await queue.FailAsync(import, error, CancellationToken.None)) return;
        if (!import.IsUndo) folder.Delete(import.Id);
        ImportMetrics.Failed();
        log.ImportFailed(import.Id);
    }
}
