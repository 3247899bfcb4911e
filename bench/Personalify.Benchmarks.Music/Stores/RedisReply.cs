using System.Threading.Tasks.Sources;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>A reply that is awaited once: the values of a command, null where a key has none.</summary>
internal sealed class RedisReply : IValueTaskSource<byte[]?[]>
{
    private ManualResetValueTaskSourceCore<byte[]?[]> _source = new() { RunContinuationsAsynchronously = true };

    public ValueTask<byte[]?[]> Task => new(this, _source.Version);

    public void Complete(byte[]?[] values) => _source.SetResult(values);

    byte[]?[] IValueTaskSource<byte[]?[]>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<byte[]?[]>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<byte[]?[]>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
