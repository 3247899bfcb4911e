using System.Diagnostics;
using Personalify.GraphQL.DataLoading;
using Names = Personalify.GraphQL.Execution.SemanticConventions;

namespace Personalify.GraphQL.Execution;

/// <summary>Measures batches. An application has few DataLoaders, so their names are few.</summary>
internal sealed class MetricsDataLoaderDiagnosticEventListener(GraphQLMetrics metrics, TimeProvider time) : DataLoaderDiagnosticEventListener
{
    public override bool IsEnabled => metrics.BatchSize.Enabled || metrics.BatchDuration.Enabled;

    public override IDisposable ExecuteBatch<TKey>(IDataLoader dataLoader, IReadOnlyList<TKey> keys) => new Measure(metrics, time, dataLoader.GetType().Name, keys.Count);

    private sealed class Measure(GraphQLMetrics metrics, TimeProvider time, string loader, int keys) : IDisposable
    {
        private readonly long _started = time.GetTimestamp();

        public void Dispose()
        {
            var tags = new TagList { { Names.LoaderName, loader } };
            metrics.BatchSize.Record(keys, tags);
            metrics.BatchDuration.Record(time.GetElapsedTime(_started).TotalSeconds, tags);
        }
    }
}
