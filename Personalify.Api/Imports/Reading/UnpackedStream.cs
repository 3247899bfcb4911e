namespace Personalify.Api.Imports.Reading;

/// <summary>
/// The bytes of one history file while they are read: counts them for the progress, holds them against the limits by what really comes
/// out (a directory can lie), and turns what the unpacker refuses into a sentence.
/// </summary>
internal sealed class UnpackedStream(Stream inner, HistoryEntry entry, ReadingProgress progress) : Stream
{
    private long _bytes;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _bytes; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = ReadInner(buffer);
        _bytes += read;
        if (progress.AddBytes(read) > ArchiveLimits.UnpackedBytes) throw Rejections.TooLarge(entry.Archive, ArchiveLimits.UnpackedBytes);
        if (_bytes > ArchiveLimits.RatioFrom && _bytes / ArchiveLimits.Ratio > entry.PackedBytes)
            throw Rejections.TooDense(entry.Archive, entry.Name, ArchiveLimits.Ratio);
        return read;
    }

    private int ReadInner(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Rejections.DamagedEntry(entry.Archive, entry.Name, exception);
        }
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
