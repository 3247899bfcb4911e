using Npgsql;
using Personalify.Api.Hosting;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Figures;

/// <summary>
/// Keeps the community's figures up with what arrives on node B. It looks every second: rows come by a process that announces none of them
/// without a trigger for each row, which would cost more than looking. While node B is away it is quiet.
/// </summary>
internal sealed class FiguresWorker(FiguresStore figures, NodeBWatch watch, TimeProvider time, ILogger<FiguresWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>A node B that is this long away is not just busy with the refresh.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do await RefreshAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (watch.Status.State != NodeBState.Up) return;
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var refresh = figures.RefreshAsync(leave.Token);
            while (!refresh.IsCompleted && await Task.WhenAny(refresh, Task.Delay(Interval, time, leave.Token)) != refresh)
                if (IsGone()) await leave.CancelAsync();
            await refresh;
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            log.FiguresFailed(failure.Message);
        }
    }

    private bool IsGone() => watch.Status is { State: NodeBState.Away } away && time.GetUtcNow() - away.Since > Patience;
}
