using System.Diagnostics.Metrics;

namespace Personalify.GraphQL.Execution;

/// <summary>One more as long as it lives. Who begins to listen later counts what begins later, and never less than nothing.</summary>
internal sealed class UpAndDown : IDisposable
{
    private readonly UpDownCounter<long> _counter;

    public UpAndDown(UpDownCounter<long> counter)
    {
        _counter = counter;
        counter.Add(1);
    }

    public void Dispose() => _counter.Add(-1);
}
