using Npgsql;
using Personalify.Api.Imports.Reading;
using Personalify.Api.Imports.Staging;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>
/// Adds up what the reader counted and what the staging tables hold. Works before anything is written as well as after, so a preview and
/// the import that follows say the same.
/// </summary>
internal sealed class ImportReportBuilder(IReadOnlyList<ReadFile> files)
{
    private const string Plays =
        """
        SELECT (first_at >> 32)::int, count(*) FILTER (WHERE NOT was_there AND NOT is_covered)::int,
            count(*) FILTER (WHERE was_there OR is_covered)::int, sum(ms_played)::bigint, min(ended_at), max(ended_at),
            count(*) FILTER (WHERE ended_at <> reported_at)::int
        FROM staged_plays
        GROUP BY 1
        """;

    private const string Others = "SELECT (first_at >> 32)::int, kind, count(*)::int, min(first_at & x'ffffffff'::bigint)::int FROM staged_others GROUP BY 1, 2";

    private const string Repeats =
        """
        SELECT staged.file, count(*)::int, min(staged.row)
        FROM staged_rows AS staged
        LEFT JOIN (SELECT first_at FROM staged_plays UNION ALL SELECT first_at FROM staged_others) AS first
            ON first.first_at = (staged.file::bigint << 32 | staged.row)
        WHERE first.first_at IS NULL
        GROUP BY staged.file
        """;

    public async Task<ImportReport> BuildAsync(ImportSession session, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var plays = (await session.ListAsync(Plays, ReadPlays, cancellationToken)).ToDictionary(counts => counts.File);
        var others = (await session.ListAsync(Others, ReadOthers, cancellationToken)).ToLookup(counts => counts.File);
        var repeats = (await session.ListAsync(Repeats, ReadRepeats, cancellationToken)).ToDictionary(counts => counts.File);
        var reports = files.Select((file, index) => ReportOf(file, plays.GetValueOrDefault(index), [.. others[index]], repeats.GetValueOrDefault(index))).ToList();
        return Sum(reports, [.. plays.Values], elapsed);
    }

    private static ImportReport Sum(List<ImportFileReport> reports, List<PlayCounts> plays, TimeSpan elapsed) => new()
    {
        Rows = reports.Sum(file => file.Rows),
        Added = reports.Sum(file => file.Added),
        AlreadyThere = reports.Sum(file => file.AlreadyThere),
        Episodes = reports.Sum(file => file.Episodes),
        Chapters = reports.Sum(file => file.Chapters),
        Plays = reports.Sum(file => file.Added + file.AlreadyThere),
        MsPlayed = plays.Sum(file => file.MsPlayed),
        PlacedOffline = plays.Sum(file => file.PlacedOffline),
        Seconds = Math.Round(elapsed.TotalSeconds, 3),
        FirstPlay = plays.Count == 0 ? null : plays.Min(file => file.First),
        LastPlay = plays.Count == 0 ? null : plays.Max(file => file.Last),
        Dropped = [.. reports.SelectMany(file => file.Dropped).GroupBy(dropped => dropped.Reason).OrderBy(group => group.Key)
            .Select(group => new DroppedRows(group.Key, group.Sum(dropped => dropped.Count), group.First().Example))],
        Files = reports,
    };

    private static ImportFileReport ReportOf(ReadFile file, PlayCounts? plays, OtherCounts[] others, RepeatCounts? repeats) => new()
    {
        Name = file.Name,
        Kind = file.Kind,
        Rows = file.Rows,
        Added = plays?.Added ?? 0,
        AlreadyThere = plays?.AlreadyThere ?? 0,
        Episodes = others.Where(counts => counts.Kind == PlayKind.Episode).Sum(counts => counts.Count),
        Chapters = others.Where(counts => counts.Kind == PlayKind.Chapter).Sum(counts => counts.Count),
        Dropped = [.. DroppedOf(file, others.FirstOrDefault(counts => counts.Kind == PlayKind.Unknown), repeats)],
    };

    private static IEnumerable<DroppedRows> DroppedOf(ReadFile file, OtherCounts? unknown, RepeatCounts? repeats)
    {
        if (repeats is not null)
            yield return new(DropReason.Repeated, repeats.Count,
                file.Place(repeats.FirstRow, "repeats a row with the same track, time and length, so it was taken for the same play"));
        foreach (var dropped in file.Dropped) yield return dropped;
        if (unknown is not null)
            yield return new(DropReason.Nameless, unknown.Count, file.Place(unknown.FirstRow, "names no track, episode or chapter; its time is kept apart"));
    }

    private static PlayCounts ReadPlays(NpgsqlDataReader reader) => new(
        reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3),
        reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetInt32(6));

    private static OtherCounts ReadOthers(NpgsqlDataReader reader) => new(reader.GetInt32(0), (PlayKind)reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));

    private static RepeatCounts ReadRepeats(NpgsqlDataReader reader) => new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));

    private sealed record PlayCounts(
        int File, int Added, int AlreadyThere, long MsPlayed, DateTimeOffset First, DateTimeOffset Last, int PlacedOffline);

    private sealed record OtherCounts(int File, PlayKind Kind, int Count, int FirstRow);

    private sealed record RepeatCounts(int File, int Count, int FirstRow);
}
