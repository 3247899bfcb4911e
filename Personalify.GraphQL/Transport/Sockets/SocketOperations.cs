namespace Personalify.GraphQL.Transport;

/// <summary>The operations of one socket: by id while the client may name them, and all of them until they have really ended.</summary>
internal sealed class SocketOperations(int limit, CancellationToken socketEnded)
{
    private readonly Dictionary<string, SocketOperation> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<SocketOperation> _running = [];
    private readonly Lock _gate = new();

    /// <summary>Starts an operation, or returns <c>false</c> when there are too many.</summary>
    /// <exception cref="SocketViolation">The id is in use.</exception>
    public bool TryStart(string id, Func<SocketOperation, Task> run)
    {
        lock (_gate)
        {
            if (_byId.ContainsKey(id)) throw SocketViolation.IdInUse(id);
            if (_running.Count >= limit) return false;
            var operation = new SocketOperation(id, socketEnded);
            _byId.Add(id, operation);
            _running.Add(operation);
            operation.Running = Task.Run(() => run(operation), CancellationToken.None);
            return true;
        }
    }

    /// <summary>Ends an operation because the client wants no more of it. An id that is not in use is over already.</summary>
    public void Complete(string id)
    {
        SocketOperation? operation;
        lock (_gate) _byId.Remove(id, out operation);
        operation?.Complete();
    }

    /// <summary>Frees the operation's id, before its last message: the client may use it again as soon as it has read that.</summary>
    public void Free(SocketOperation operation)
    {
        lock (_gate)
        {
            if (_byId.GetValueOrDefault(operation.Id) == operation) _byId.Remove(operation.Id);
        }
    }

    /// <summary>The operation has ended.</summary>
    public void Remove(SocketOperation operation)
    {
        Free(operation);
        lock (_gate) _running.Remove(operation);
    }

    /// <summary>Waits for the end of all; their token is the socket's.</summary>
    public async Task WaitAsync()
    {
        Task[] running;
        lock (_gate) running = [.. _running.Select(operation => operation.Running)];
        await Task.WhenAll(running);
    }
}
