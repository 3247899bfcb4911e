using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Remote.Figures;

namespace Personalify.Api.Remote.Replication;

/// <summary>Waits until node B has what node A has now, figures included.</summary>
public sealed class CaughtUp(SlotWatch slots, FiguresStore figures, [FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>False: not within the limit.</summary>
    public async Task<bool> WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var position = (await slots.LookAsync(cancellationToken))?.Position;
        while (!await IsThereAsync(position, cancellationToken))
        {
            if (time.GetElapsedTime(started) > limit) return false;
            await Task.Delay(Interval, time, cancellationToken);
        }

        return true;
    }

    private async Task<bool> IsThereAsync(long? position, CancellationToken cancellationToken)
    {
        var slot = await slots.LookAsync(cancellationToken);
        if (slot is not { IsLost: false } || slot.Confirmed < position) return false;
        await using var command = stats.CreateCommand("SELECT NOT EXISTS (SELECT FROM pg_subscription_rel WHERE srsubstate <> 'r')");
        if (await command.ExecuteScalarAsync(cancellationToken) is not true) return false;
        await figures.RefreshAsync(cancellationToken);
        return !await figures.IsWantedAsync(cancellationToken);
    }
}
