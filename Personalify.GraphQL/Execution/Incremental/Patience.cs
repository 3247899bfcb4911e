namespace Personalify.GraphQL.Execution;

/// <summary>How long a response may take, all its parts included: until its time is over, or nobody waits for it.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _over;

    public Patience(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _timeout = new CancellationTokenSource(limit, time);
        _over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _timeout.Token);
        Token = _over.Token;
    }

    public CancellationToken Token { get; }

    public bool IsOver => Token.IsCancellationRequested;

    /// <summary>Whether the time is over, whoever else gave up.</summary>
    public bool HasTimedOut => _timeout.IsCancellationRequested;

    public Task EndAsync() => _over.CancelAsync();

    public void Dispose()
    {
        _over.Dispose();
        _timeout.Dispose();
    }
}
