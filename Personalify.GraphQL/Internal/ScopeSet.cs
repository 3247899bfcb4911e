namespace Personalify.GraphQL.Internal;

/// <summary>The scopes of several listeners as one. They end in the opposite order, so that each ends within the one it began in.</summary>
internal sealed class ScopeSet(IDisposable[] scopes) : IDisposable
{
    /// <summary>Asks every listener for its scope.</summary>
    public static IDisposable Open<TListener, TContext>(TListener[] listeners, TContext context, Func<TListener, TContext, IDisposable> open)
    {
        if (listeners.Length == 1) return open(listeners[0], context);
        var scopes = new IDisposable[listeners.Length];
        for (var i = 0; i < scopes.Length; i++) scopes[i] = open(listeners[i], context);
        return new ScopeSet(scopes);
    }

    public void Dispose()
    {
        for (var i = scopes.Length - 1; i >= 0; i--) scopes[i].Dispose();
    }
}
