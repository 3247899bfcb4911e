namespace Personalify.GraphQL.Execution;

/// <summary>
/// How long resolvers keep the request's loop. Reading the clock costs as much as many a resolver, so that where one call follows another with
/// nothing between them, the end of the first is the start of the second. Belongs to the loop.
/// </summary>
internal struct CallStopwatch(TimeProvider time)
{
    private long? _ended;

    /// <summary>When the call that begins now has begun.</summary>
    public long Take()
    {
        var started = _ended ?? time.GetTimestamp();
        _ended = null;
        return started;
    }

    /// <summary>How long the call took that has returned just now.</summary>
    /// <param name="started">When it began.</param>
    /// <param name="mayStartAgain">Whether the next call follows at once: nothing is to be done with what this one has returned.</param>
    public TimeSpan Stop(long started, bool mayStartAgain)
    {
        var now = time.GetTimestamp();
        if (mayStartAgain) _ended = now;
        return time.GetElapsedTime(started, now);
    }

    /// <summary>Something else than a call comes next.</summary>
    public void Interrupt() => _ended = null;
}
