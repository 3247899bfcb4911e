using System.Buffers;
using Npgsql;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>Reads the months that questions need, with no more columns than they need, and lets the Domain sum them up.</summary>
public sealed class ListeningStore(NpgsqlDataSource main)
{
    /// <summary>The order in which columns are selected; the first is 1, after the number of plays.</summary>
    private static readonly (PlayColumnSet Column, string Name)[] Columns =
    [
        (PlayColumnSet.Ended, "ended"), (PlayColumnSet.Tracks, "tracks"), (PlayColumnSet.Artists, "artists"),
        (PlayColumnSet.Albums, "albums"), (PlayColumnSet.Milliseconds, "ms"), (PlayColumnSet.Flags, "flags"),
        (PlayColumnSet.Platforms, "platforms"),
    ];

    public async Task<ListeningSums> SumAsync(
        int userId, ZoneClock clock, ListeningQuestion question, CancellationToken cancellationToken) =>
        (await SumAsync(userId, clock, [question], cancellationToken))[0];

    /// <summary>Answers questions about one period with one statement.</summary>
    public async Task<ListeningSums[]> SumAsync(
        int userId, ZoneClock clock, IReadOnlyList<ListeningQuestion> questions, CancellationToken cancellationToken)
    {
        var needs = MonthNeeds.Of(questions);
        var (first, last) = MonthsOf(questions[0].Period);
        await using var command = main.CreateCommand(SelectMonths(needs));
        command.Parameters.Add(new NpgsqlParameter { Value = userId });
        command.Parameters.Add(new NpgsqlParameter { Value = first });
        command.Parameters.Add(new NpgsqlParameter { Value = last });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        using var counters = new ListeningCounters(questions, clock);
        using var months = new MonthReader(reader, needs.Columns);
        while (await reader.ReadAsync(cancellationToken)) months.AddTo(counters);
        return counters.ToSums();
    }

    /// <summary>
    /// One statement and so one snapshot. Of a month before the period the columns that only the period needs are null: the server
    /// then does not even fetch them from where it keeps long values.
    /// </summary>
    private static string SelectMonths(MonthNeeds needs)
    {
        var columns = Columns.Where(column => needs.Columns.HasFlag(column.Column)).Select(column =>
            !needs.NeedsEarlier || needs.EarlierColumns.HasFlag(column.Column)
                ? column.Name
                : $"CASE WHEN month >= $2 THEN {column.Name} END");
        return $"SELECT plays, {string.Join(", ", columns)}, month < $2 FROM play_months WHERE user_id = $1 AND month <= $3"
            + (needs.NeedsEarlier ? "" : " AND month >= $2");
    }

    /// <summary>The UTC months that any zone's days of the period may touch; a zone is less than a day away from UTC.</summary>
    private static (DateOnly First, DateOnly Last) MonthsOf(PeriodBounds period)
    {
        var first = period.From is { } from && from > DateOnly.MinValue ? from.AddDays(-1) : DateOnly.MinValue;
        var last = period.To is { } to && to < DateOnly.MaxValue ? to.AddDays(1) : DateOnly.MaxValue;
        return (new DateOnly(first.Year, first.Month, 1), last);
    }

    /// <summary>What all questions together need of the months.</summary>
    private sealed record MonthNeeds(PlayColumnSet Columns, bool NeedsEarlier, PlayColumnSet EarlierColumns)
    {
        public static MonthNeeds Of(IReadOnlyList<ListeningQuestion> questions)
        {
            var earlier = questions.Where(question => question.NeedsEarlierMonths).ToList();
            return new MonthNeeds(
                questions.Aggregate(PlayColumnSet.None, (all, question) => all | question.Columns),
                earlier.Count > 0,
                earlier.Aggregate(PlayColumnSet.None, (all, question) => all | question.EarlierColumns));
        }
    }

    /// <summary>Copies a row's columns into one pooled buffer, which the next row uses again.</summary>
    private sealed class MonthReader(NpgsqlDataReader reader, PlayColumnSet columns) : IDisposable
    {
        private byte[] _buffer = [];

        public void AddTo(ListeningCounters counters)
        {
            var count = reader.GetInt32(0);
            var used = 0;
            Reserve(count * Columns.Length * sizeof(int));
            var month = new PlayColumns
            {
                Count = count,
                Ended = Read(PlayColumnSet.Ended, ref used),
                Tracks = Read(PlayColumnSet.Tracks, ref used),
                Artists = Read(PlayColumnSet.Artists, ref used),
                Albums = Read(PlayColumnSet.Albums, ref used),
                Milliseconds = Read(PlayColumnSet.Milliseconds, ref used),
                Flags = Read(PlayColumnSet.Flags, ref used),
                Platforms = Read(PlayColumnSet.Platforms, ref used),
            };
            if (reader.GetBoolean(reader.FieldCount - 1)) counters.AddEarlier(month);
            else counters.Add(month);
        }

        public void Dispose()
        {
            if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        }

        private ReadOnlySpan<byte> Read(PlayColumnSet column, ref int used)
        {
            var ordinal = OrdinalOf(column);
            if (ordinal == 0 || reader.IsDBNull(ordinal)) return [];
            var length = (int)reader.GetBytes(ordinal, 0, _buffer, used, _buffer.Length - used);
            used += length;
            return _buffer.AsSpan(used - length, length);
        }

        private int OrdinalOf(PlayColumnSet column)
        {
            if (!columns.HasFlag(column)) return 0;
            var before = (int)columns & ((int)column - 1);
            return 1 + int.PopCount(before);
        }

        private void Reserve(int length)
        {
            if (_buffer.Length >= length) return;
            Dispose();
            _buffer = ArrayPool<byte>.Shared.Rent(length);
        }
    }
}
