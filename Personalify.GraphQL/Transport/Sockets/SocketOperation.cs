using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Transport;

/// <summary>An operation that runs on a socket, until it is over, the client completes it, or the socket ends.</summary>
internal sealed class SocketOperation(string id, CancellationToken socketEnded) : IDisposable
{
    private readonly Lifetime _lifetime = new(socketEnded);

    public string Id { get; } = id;

    public CancellationToken Ended => _lifetime.Token;

    public Task Running { get; set; } = Task.CompletedTask;

    public void Complete() => _lifetime.End();

    public void Dispose() => _lifetime.Dispose();
}
