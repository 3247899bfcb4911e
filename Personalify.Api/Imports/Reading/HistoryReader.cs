using Personalify.Api.Imports.Staging;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>Reads every history of an upload into the staging table. Files are recognised by their content; the rest is ignored.</summary>
internal sealed class HistoryReader(StagingWriter staging, RowInterpreter interpreter, ReadingProgress progress)
{
    /// <summary>A file in which none of so many entries looks like a play is no history.</summary>
    private const int RowsToRecognise = 100;

    private readonly List<ReadFile> _files = [];

    public IReadOnlyList<ReadFile> Read(ImportArchive archive, CancellationToken cancellationToken)
    {
        progress.AddTotal(archive.Entries.Sum(entry => entry.Bytes));
        foreach (var entry in archive.Entries) Read(entry, cancellationToken);
        foreach (var group in archive.Entries.Zip(_files).GroupBy(pair => pair.First.Archive))
        {
            if (group.All(pair => pair.Second.Kind == ImportFileKind.Ignored))
                throw Rejections.NoHistory(group.Key, [.. group.Select(pair => pair.Second.Name)]);
        }
        return _files;
    }

    private void Read(HistoryEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stream = new ReadAheadStream(new UnpackedStream(entry.Open(), entry, progress));
        using var file = new HistoryFile(stream, entry.Name);
        var read = new ReadFile(entry.Name, _files.Count);
        _files.Add(read);
        switch (file.Open())
        {
            case FileStart.Array:
                ReadRows(entry, file, read, cancellationToken);
                break;
            case FileStart.Zip when entry.IsInZip:
                throw Rejections.NestedZip(entry.Archive, entry.Name);
            case var start when !entry.IsInZip || entry.IsNamedAsHistory:
                throw WhatItIs(entry, file, start);
        }
        if (read.Kind == ImportFileKind.Ignored) progress.AddTotal(-entry.Bytes);
    }

    private void ReadRows(HistoryEntry entry, HistoryFile file, ReadFile read, CancellationToken cancellationToken)
    {
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            read.Note(file.Row);
            if (read.Kind == ImportFileKind.Ignored && file.Row.Number >= RowsToRecognise) break;
            if (interpreter.Interpret(file.Row, out var play) is { } drop) read.Drop(file.Row, drop);
            else Stage(read, file.Row, play);
            progress.AddRow();
        }
        if (read.Kind == ImportFileKind.Ignored || (!read.HasPlays && !entry.IsNamedAsHistory)) Ignore(entry, file, read);
    }

    private void Stage(ReadFile read, RawRow row, PlayRow play)
    {
        staging.Write(read.Number, row, play);
        read.HasPlays = true;
    }

    private static void Ignore(HistoryEntry entry, HistoryFile file, ReadFile read)
    {
        var isHistory = !entry.IsInZip || entry.IsNamedAsHistory;
        if (isHistory && read.Rows > 0) throw Rejections.AnotherService(entry.Name, Entries(file.FirstFields));
        read.Forget(isHistory ? ImportFileKind.ExtendedHistory : ImportFileKind.Ignored);
    }

    private static string Entries(IReadOnlyList<string> fields) => fields.Count == 0
        ? "its entries are no plays"
        : $"its entries have the fields {string.Join(", ", fields)} and neither “ts” with “ms_played” nor “endTime” with “msPlayed”";

    private static ImportRejectedException WhatItIs(HistoryEntry entry, HistoryFile file, FileStart start) => start switch
    {
        FileStart.Blank => Rejections.EmptyFile(entry.Name),
        FileStart.Object => Rejections.NotAnArray(entry.Name),
        FileStart.NestedArray => Rejections.NestedArray(entry.Name),
        FileStart.Gzip => Rejections.Gzip(entry.Name),
        FileStart.OtherEncoding => Rejections.OtherEncoding(entry.Name, TextEncoding.NameOf(file.Start)!),
        FileStart.Zeroed => Rejections.ZeroedBefore(entry.Name),
        _ => Rejections.NotAnExport(entry.Name, FileSignature.Describe(file.Start)),
    };
}
