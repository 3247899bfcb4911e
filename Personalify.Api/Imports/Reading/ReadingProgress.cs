namespace Personalify.Api.Imports.Reading;

/// <summary>Counters that the reading thread advances and the heartbeat reads.</summary>
internal sealed class ReadingProgress
{
    private long _bytesRead;
    private long _bytesTotal;
    private int _rows;

    public long BytesRead => Volatile.Read(ref _bytesRead);
    public long BytesTotal => Volatile.Read(ref _bytesTotal);
    public int Rows => Volatile.Read(ref _rows);

    public long AddBytes(int bytes) => Interlocked.Add(ref _bytesRead, bytes);
    public void AddTotal(long bytes) => Interlocked.Add(ref _bytesTotal, bytes);
    public void AddRow() => Interlocked.Increment(ref _rows);
}
