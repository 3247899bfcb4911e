namespace Personalify.Api.Sync;

/// <summary>Counts the requests that really go to Spotify's Web API on behalf of one part, those tried again included.</summary>
public sealed class SyncRequests
{
    private static readonly AsyncLocal<SyncRequests?> Current = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>From here on, for everything that the caller awaits.</summary>
    public static SyncRequests Start() => Current.Value = new SyncRequests();

    /// <summary>Stands nearest to the wire, so that it sees every attempt.</summary>
    internal sealed class Counting : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Current.Value is { } requests) Interlocked.Increment(ref requests._count);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
