using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Counts sockets; ASP.NET Core measures HTTP.</summary>
internal sealed class MetricsServerDiagnosticEventListener(GraphQLMetrics metrics) : ServerDiagnosticEventListener
{
    public override bool IsEnabled => metrics.Sockets.Enabled;

    public override IDisposable WebSocketSession(HttpContext context) => new UpAndDown(metrics.Sockets);
}
