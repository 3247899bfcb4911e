namespace Personalify.GraphQL.Internal;

/// <summary>The scopes of several listeners as one. They end in the opposite order, so that each ends within the one it began in.</summary>
internal sealed class ScopeSet(IDisposable first, IDisposable second) : IDisposable
{
    /// <summary>Asks every listener for its scope. Most do not care when something ends, and cost nothing then.</summary>
    public static IDisposable Open<TListener, TContext>(TListener[] listeners, TContext context, Func<TListener, TContext, IDisposable> open)
    {
        var all = DiagnosticEventListener.EmptyScope;
        foreach (var listener in listeners)
        {
            var scope = open(listener, context);
            if (all == DiagnosticEventListener.EmptyScope) all = scope;
            else if (scope != DiagnosticEventListener.EmptyScope) all = new ScopeSet(all, scope);
        }

        return all;
    }

    public void Dispose()
    {
        second.Dispose();
        first.Dispose();
    }
}
