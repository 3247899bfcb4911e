using Microsoft.Extensions.Hosting;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Something to run on the server before it answers anybody, such as the documents that come first.</summary>
internal delegate Task WarmupTask(IRequestExecutor executor, CancellationToken cancellationToken);

/// <summary>Runs the warm-up, one task after the other. One that throws stops the start.</summary>
internal sealed class Warmup(IRequestExecutor executor, IEnumerable<WarmupTask> tasks) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var task in tasks) await task(executor, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
