namespace Personalify.GraphQL;

/// <summary>
/// Is told what the server does while it does it: the base of <c>ExecutionDiagnosticEventListener</c>, <c>DataLoaderDiagnosticEventListener</c>
/// and <c>ServerDiagnosticEventListener</c>. One instance serves all requests, on any thread, so it keeps what belongs to a request in the
/// scopes that it returns. It runs inside the request: what it takes, the client waits for, and what it throws fails the request.
/// </summary>
/// <remarks>A server without listeners, or whose listeners are not <see cref="IsEnabled"/>, pays nothing for them. Hot Chocolate's names.</remarks>
public abstract class DiagnosticEventListener
{
    /// <summary>
    /// Whether anybody would notice what the listener does. Asked once at the start of each request; a listener that says no hears nothing
    /// of that request. Default: yes.
    /// </summary>
    public virtual bool IsEnabled => true;

    /// <summary>The scope of somebody who does not care when something ends.</summary>
    protected internal static IDisposable EmptyScope { get; } = new NoScope();

    private sealed class NoScope : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
