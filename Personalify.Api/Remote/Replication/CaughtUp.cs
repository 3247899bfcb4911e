using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Remote.Figures;

namespace Personalify.Api.Remote.Replication;

/// <summary>Waits until node B has what node A has now, figures included.</summary>
public sealed class CaughtUp(
    SlotWatch slots, FiguresStore figures, NpgsqlDataSource main, [FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats,
    TimeProvider time)
{
    /// <summary>A mark behind everything that is committed, whether it is on the disk already or not.</summary>
    private const string Mark = "SELECT pg_wal_lsn_diff(pg_logical_emit_message(true, 'personalify', ''), '0/0')::bigint";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>False: not within the limit.</summary>
    public async Task<bool> WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var position = await MarkAsync(cancellationToken);
        while (!await IsThereAsync(position, cancellationToken))
        {
            if (time.GetElapsedTime(started) > limit) return false;
            await Task.Delay(Interval, time, cancellationToken);
        }

        return true;
    }

    private async Task<long> MarkAsync(CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Mark);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<bool> IsThereAsync(long position, CancellationToken cancellationToken)
    {
        var slot = await slots.LookAsync(cancellationToken);
        if (slot is not { IsLost: false } || !(slot.Confirmed >= position)) return false;
        await using var command = stats.CreateCommand("SELECT NOT EXISTS (SELECT FROM pg_subscription_rel WHERE srsubstate <> 'r')");
        if (await command.ExecuteScalarAsync(cancellationToken) is not true) return false;
        await figures.RefreshAsync(cancellationToken);
        return !await figures.IsWantedAsync(cancellationToken);
    }
}
