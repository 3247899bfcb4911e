using System.Diagnostics;
using Names = Personalify.GraphQL.Execution.SemanticConventions;

namespace Personalify.GraphQL.Execution;

/// <summary>The span of what comes later of an answer in parts; its end knows how many results there were and whether one has an error.</summary>
internal sealed class StreamActivity(Activity activity, RequestContext context) : IDisposable
{
    public void Dispose()
    {
        var later = context.Later;
        activity.SetTag(Names.ProcessingType, "stream").SetTag(Names.ResultCount, later.Count);
        if (later.FirstError is { } error) activity.SetStatus(ActivityStatusCode.Error).SetTag(Names.ErrorType, error.Code ?? Names.OtherError);
        activity.Dispose();
    }
}
