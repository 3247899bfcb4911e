namespace Personalify.GraphQL.Internal;

/// <summary>
/// Something that ends with what it belongs to, or earlier. Disposing lets go of the outer token and nothing else, and waits for nothing:
/// whoever is late may still look at the token or end what has ended.
/// </summary>
internal sealed class Lifetime : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenRegistration _outer;

    public Lifetime(CancellationToken outer) => _outer = Register(outer);

    public CancellationToken Token => _ended.Token;

    public bool HasEnded => _ended.IsCancellationRequested;

    /// <summary>Ends it with a further token, until that is let go.</summary>
    public IDisposable EndWith(CancellationToken other) => Register(other);

    public void End() => _ended.Cancel();

    public Task EndAsync() => _ended.CancelAsync();

    public void Dispose() => _outer.Unregister();

    private CancellationTokenRegistration Register(CancellationToken token) =>
        token.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), _ended);
}
