using Personalify.GraphQL.Execution;

namespace Personalify.Api.Hosting;

/// <summary>
/// A line for each GraphQL request, where the log is asked for information, and a warning for each slow one. Says which operation and which
/// document, never what is in them: variables and literals may be about a person.
/// </summary>
internal sealed class RequestLog(ILogger<RequestLog> logger, IConfiguration configuration, TimeProvider time) : ExecutionDiagnosticEventListener
{
    private const int LongestName = 64;

    private readonly TimeSpan _slow = configuration.GetValue("Hosting:SlowRequest", TimeSpan.FromSeconds(1));

    public override IDisposable ExecuteRequest(RequestContext context) => new Entry(this, context, time.GetTimestamp());

    private void Write(RequestContext context, TimeSpan elapsed)
    {
        var isSlow = elapsed >= _slow;
        if (!isSlow && !logger.IsEnabled(LogLevel.Information)) return;
        var kind = context.OperationType is { } type ? type.ToString().ToLowerInvariant() : "request";
        var name = context.OperationName is { } chosen ? chosen[..Math.Min(chosen.Length, LongestName)] : "without a name";
        var errors = context.Result?.Errors.Count ?? 0;
        if (isSlow) logger.RequestSlow(kind, name, context.DocumentHash, elapsed.TotalMilliseconds, _slow.TotalMilliseconds, errors);
        else logger.RequestCompleted(kind, name, context.DocumentHash, elapsed.TotalMilliseconds, errors);
    }

    private sealed class Entry(RequestLog log, RequestContext context, long started) : IDisposable
    {
        public void Dispose() => log.Write(context, log.Elapsed(started));
    }

    private TimeSpan Elapsed(long started) => time.GetElapsedTime(started);
}
