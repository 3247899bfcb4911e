namespace Personalify.GraphQL.Execution;

/// <summary>
/// How long a request may run: until its client has gone away, or it has taken too long. Many requests are answered before anybody could
/// wait, so that the token and its timer are made for the first who does, or for a resolver that asks for the token.
/// </summary>
/// <param name="limit">How long the request may take, from now on.</param>
/// <param name="time">Measures it.</param>
/// <param name="client">Signalled when the client has gone away.</param>
internal sealed class RequestLifetime(TimeSpan limit, TimeProvider time, CancellationToken client) : IDisposable
{
    private readonly long _started = time.GetTimestamp();
    private CancellationTokenSource? _source;
    private CancellationToken _token;
    private CancellationTokenRegistration _client;
    private bool _isOver;

    /// <summary>That of something which ends by a token alone.</summary>
    public RequestLifetime(CancellationToken token)
        : this(Timeout.InfiniteTimeSpan, TimeProvider.System, token)
    {
    }

    /// <summary>Signalled when the request is given up.</summary>
    public CancellationToken Token => limit == Timeout.InfiniteTimeSpan ? client : Volatile.Read(ref _source) is null ? Start() : _token;

    /// <summary>Whether the request is to be given up, though nobody may have waited for that.</summary>
    public bool HasEnded => client.IsCancellationRequested || IsTooLate;

    private bool IsTooLate => _source is { IsCancellationRequested: true } || (limit != Timeout.InfiniteTimeSpan && time.GetElapsedTime(_started) > limit);

    /// <summary>Nobody waits any more. Whoever holds the token keeps it, and it is not signalled later.</summary>
    public void Dispose()
    {
        lock (this)
        {
            _isOver = true;
            _client.Dispose();
            _source?.Dispose();
        }
    }

    private CancellationToken Start()
    {
        lock (this)
        {
            if (_source is not null) return _token;
            var source = _isOver ? new CancellationTokenSource() : new CancellationTokenSource(Rest(), time);
            if (!_isOver) _client = client.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
            _token = source.Token;
            Volatile.Write(ref _source, source);
            return _token;
        }
    }

    private TimeSpan Rest()
    {
        var rest = limit - time.GetElapsedTime(_started);
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }
}
