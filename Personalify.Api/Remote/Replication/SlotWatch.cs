using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Remote.Replication;

/// <summary>
/// Looks every second at the slot on node A, so that it is known for how long changes have waited for node B, also while that is away or
/// hangs: the write-ahead log says how much waits and not since when.
/// </summary>
public sealed class SlotWatch(NodeA nodeA, NpgsqlDataSource main, TimeProvider time)
{
    /// <summary>Where the log was at the seconds past; thinned out when node B stays away for long.</summary>
    private const int MostSamples = 4096;

    private const string Slot =
        """
        SELECT active, coalesce(wal_status, 'lost') = 'lost', pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint,
            pg_wal_lsn_diff(confirmed_flush_lsn, '0/0')::bigint, pg_wal_lsn_diff(restart_lsn, '0/0')::bigint, safe_wal_size
        FROM pg_replication_slots WHERE slot_name = $1
        """;

    private readonly Lock _samplesLock = new();
    private readonly List<(long Position, DateTimeOffset At)> _samples = [];
    private string? _name;

    /// <summary>As of the last look; null while there is no slot.</summary>
    public SlotReading? Last { get; private set; }

    public async Task<SlotReading?> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Slot).With(await FindNameAsync(cancellationToken));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return Last = await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <summary>The name of slot and subscription, which stays what it is.</summary>
    public async Task<string> FindNameAsync(CancellationToken cancellationToken) => _name ??= await nodeA.FindNameAsync(cancellationToken);

    private SlotReading Read(NpgsqlDataReader row)
    {
        var (position, confirmed) = (row.GetInt64(2), Find(row, 3));
        return new SlotReading(
            row.GetBoolean(0), row.GetBoolean(1), position, confirmed, position - confirmed, position - Find(row, 4), Find(row, 5),
            confirmed is { } place ? FindLag(position, place) : null);
    }

    private static long? Find(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>Since the first look that saw the log beyond what is confirmed now.</summary>
    private TimeSpan FindLag(long position, long confirmed)
    {
        var now = time.GetUtcNow();
        lock (_samplesLock)
        {
            _samples.RemoveAll(sample => sample.Position <= confirmed);
            if (position > confirmed && (_samples.Count == 0 || _samples[^1].Position < position)) _samples.Add((position, now));
            if (_samples.Count > MostSamples) Thin();
            return _samples.Count == 0 ? TimeSpan.Zero : now - _samples[0].At;
        }
    }

    /// <summary>Every second sample goes; the oldest stays.</summary>
    private void Thin()
    {
        var index = 0;
        _samples.RemoveAll(_ => index++ % 2 == 1);
    }
}

/// <summary>What node A says of the slot.</summary>
/// <param name="IsActive">Whether node B is connected to it.</param>
/// <param name="IsLost">Whether node A has given up keeping what node B has not read.</param>
/// <param name="Position">Where node A's log ends, in bytes.</param>
/// <param name="Confirmed">Up to where node B has confirmed it.</param>
/// <param name="LagBytes">The difference.</param>
/// <param name="RetainedBytes">How much log is kept for node B.</param>
/// <param name="RemainingBytes">How much may be written before it is given up.</param>
/// <param name="Lag">For how long the oldest unconfirmed change has waited.</param>
public sealed record SlotReading(
    bool IsActive, bool IsLost, long Position, long? Confirmed, long? LagBytes, long? RetainedBytes, long? RemainingBytes, TimeSpan? Lag);
