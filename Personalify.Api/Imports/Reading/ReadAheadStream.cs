using System.Buffers;

namespace Personalify.Api.Imports.Reading;

/// <summary>
/// Reads the next block of a stream while the one before is worked on, so that unpacking and parsing share two cores. What the stream
/// throws is thrown where its bytes would have come.
/// </summary>
internal sealed class ReadAheadStream : Stream
{
    private const int BlockSize = 1 << 17;

    private readonly Stream _inner;
    private byte[] _block = ArrayPool<byte>.Shared.Rent(BlockSize);
    private byte[] _spare = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _start;
    private int _end;
    private Task<int> _next;

    public ReadAheadStream(Stream inner)
    {
        _inner = inner;
        _next = ReadSpareAsync();
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end) Advance();
        var read = Math.Min(_end - _start, buffer.Length);
        _block.AsSpan(_start, read).CopyTo(buffer);
        _start += read;
        return read;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Waits for the block that is being read: only then may others read from the same zip. What it would have thrown concerns bytes that nobody wants.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _block.Length > 0)
        {
            Task.WaitAny(_next);
            _inner.Dispose();
            ArrayPool<byte>.Shared.Return(_block);
            ArrayPool<byte>.Shared.Return(_spare);
            _block = _spare = [];
            _start = _end = 0;
        }
        base.Dispose(disposing);
    }

    private void Advance()
    {
        var read = _next.GetAwaiter().GetResult();
        (_block, _spare) = (_spare, _block);
        (_start, _end) = (0, read);
        if (read > 0) _next = ReadSpareAsync();
    }

    private Task<int> ReadSpareAsync() => Task.Run(() => _inner.ReadAtLeast(_spare, _spare.Length, throwOnEndOfStream: false));
}
