using System.Buffers;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// The memory of a request: its body, and what was unescaped of it. Parameters are slices of it, so it goes back to the pool only once nobody
/// can look at the request any more; in doubt it is left to the garbage collector.
/// </summary>
internal sealed class RequestBody
{
    private const int FewestBytes = 4 * 1024;
    private const int MostBytesKept = 64 * 1024;

    private static readonly ObjectPool<RequestBody> Pool = new(static () => new RequestBody());

    private byte[] _bytes = new byte[FewestBytes];
    private int _count;

    /// <summary>A copy of what has arrived.</summary>
    public static RequestBody Of(in ReadOnlySequence<byte> received)
    {
        var body = Pool.Rent();
        received.CopyTo(body.Take((int)received.Length).Span);
        return body;
    }

    /// <summary>What has been taken so far: the body, before anything else is.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _count);

    /// <summary>Further memory. What was taken before stays as it is.</summary>
    public Memory<byte> Take(int size)
    {
        if (_bytes.Length - _count < size) (_bytes, _count) = (new byte[Math.Max(size, FewestBytes)], 0);
        _count += size;
        return _bytes.AsMemory(_count - size, size);
    }

    /// <summary>Lets the next request have the memory. To be called once, by whoever has answered the request.</summary>
    public void Recycle()
    {
        _count = 0;
        if (_bytes.Length <= MostBytesKept) Pool.Return(this);
    }
}
