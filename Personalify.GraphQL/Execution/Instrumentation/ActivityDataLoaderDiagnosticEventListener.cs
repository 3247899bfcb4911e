using System.Diagnostics;
using Personalify.GraphQL.DataLoading;
using Names = Personalify.GraphQL.Execution.SemanticConventions;

namespace Personalify.GraphQL.Execution;

/// <summary>Batches as spans: what the loader asks of a store stands below them.</summary>
internal sealed class ActivityDataLoaderDiagnosticEventListener(ActivitySource source, InstrumentationOptions options) : DataLoaderDiagnosticEventListener
{
    public override bool IsEnabled => options.Has(ActivityScopes.DataLoaderBatch) && source.HasListeners();

    public override IDisposable ExecuteBatch<TKey>(IDataLoader dataLoader, IReadOnlyList<TKey> keys)
    {
        var name = dataLoader.GetType().Name;
        if (source.StartActivity("GraphQL DataLoader Batch " + name) is not { } activity) return EmptyScope;
        activity.SetTag(Names.ProcessingType, "dataloader_batch").SetTag(Names.LoaderName, name).SetTag(Names.BatchSize, keys.Count);
        return options.IncludeDataLoaderKeys ? activity.SetTag(Names.BatchKeys, keys.Select(key => key.ToString()).ToArray()) : activity;
    }

    public override void BatchError<TKey>(IReadOnlyList<TKey> keys, Exception error)
    {
        // An unsampled batch has no span, and the current one is then somebody else's.
        if (Activity.Current is { } activity && activity.GetTagItem(Names.LoaderName) is not null) activity.SetStatus(ActivityStatusCode.Error).SetTag(Names.ErrorType, error.GetType().FullName);
    }
}
