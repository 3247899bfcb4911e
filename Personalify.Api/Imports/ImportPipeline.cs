using System.Text.Json;
using Personalify.Api.Catalog;
using Personalify.Api.Imports.Reading;
using Personalify.Api.Imports.Staging;
using Personalify.Api.Moods;
using Personalify.Api.Moods.Files;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>
/// One import from files to plays: read → stage → write. The files are read to their end before anything is written, so a file
/// that is broken at its last row leaves nothing behind.
/// </summary>
internal sealed class ImportPipeline(
    ImportConnections connections, PlayMerge plays, CatalogCache cache, MoodJob moods, CorrectionsFile corrections, TimeProvider time)
{
    private const string Complete =
        """
        UPDATE imports SET status = 'COMPLETED', report = $3, error = NULL, finished_at = $4, lease_until = NULL, progress = NULL
        WHERE id = $1 AND attempts = $2 AND lease_until IS NOT NULL
        """;

    /// <exception cref="ImportRejectedException">The files cannot be imported; nothing was written.</exception>
    public async Task<ImportReport> RunAsync(
        ClaimedImport import, IReadOnlyList<UploadedFile> files, ImportHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(connections.Source, import.UserId, import.Id, cancellationToken);
        var started = time.GetTimestamp();
        heartbeat.Phase = ImportPhase.Reading;
        var (read, told) = await Task.Run(() => Read(session, files, heartbeat.Reading, cancellationToken), cancellationToken);
        heartbeat.Phase = ImportPhase.Matching;
        await PlayMerge.StageAsync(session, cancellationToken);
        var builder = new ImportReportBuilder(read);
        return import.IsPreview
            ? await PreviewAsync(session, import, builder, started, cancellationToken)
            : await WriteAsync(session, import, builder, told, heartbeat, started, cancellationToken);
    }

    private (IReadOnlyList<ReadFile> Files, IReadOnlyList<KeptCorrection> Corrections) Read(
        ImportSession session, IReadOnlyList<UploadedFile> files, ReadingProgress progress, CancellationToken cancellationToken)
    {
        using var archive = ImportArchive.Open(files);
        using var staging = new StagingWriter(session.Connection);
        var read = new HistoryReader(staging, new RowInterpreter(time), progress).Read(archive, cancellationToken);
        staging.Complete();
        return (read, CorrectionsFile.Read(archive));
    }

    private async Task<ImportReport> PreviewAsync(
        ImportSession session, ClaimedImport import, ImportReportBuilder builder, long started, CancellationToken cancellationToken)
    {
        var report = await builder.BuildAsync(session, time.GetElapsedTime(started), cancellationToken);
        await CompleteAsync(session, import, report, cancellationToken);
        return report;
    }

    private async Task<ImportReport> WriteAsync(
        ImportSession session, ClaimedImport import, ImportReportBuilder builder, IReadOnlyList<KeptCorrection> told,
        ImportHeartbeat heartbeat, long started, CancellationToken cancellationToken)
    {
        heartbeat.Phase = ImportPhase.Writing;
        ImportReport? report = null;
        IReadOnlyList<int> changed = [], corrected = [];
        var renamed = await plays.WriteAsync(session, async replaced =>
        {
            changed = await moods.RunAsync(session, cancellationToken);
            report = await builder.BuildAsync(session, time.GetElapsedTime(started), cancellationToken) with
            {
                Replaced = replaced > 0 ? replaced : null,
            };
            corrected = await corrections.KeepAsync(session, told, cancellationToken);
            await CompleteAsync(session, import, report, cancellationToken);
        }, cancellationToken);
        await cache.ForgetAsync(
            import.UserId, renamed.Artists, renamed.Albums, [.. renamed.Tracks, .. changed, .. corrected], CancellationToken.None);
        moods.Tell();
        return report!;
    }

    private async Task CompleteAsync(ImportSession session, ClaimedImport import, ImportReport report, CancellationToken cancellationToken)
    {
        var json = ImportQueue.Json(JsonSerializer.Serialize(report, ImportJson.Default.ImportReport));
        var completed = await session.ExecuteAsync(Complete, cancellationToken, import.Id, import.Attempt, json, time.GetUtcNow());
        if (completed == 0) throw new OperationCanceledException($"The import {import.Id} is run by another process by now.");
    }
}
