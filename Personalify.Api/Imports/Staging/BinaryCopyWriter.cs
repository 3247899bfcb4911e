using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Personalify.Api.Imports.Staging;

/// <summary>
/// Writes PostgreSQL's binary COPY format straight into the connection's stream. Npgsql's importer does the same column by column through
/// type handlers, at several times the cost. PostgreSQL manual, COPY, "Binary Format".
/// </summary>
internal sealed class BinaryCopyWriter(NpgsqlRawCopyStream stream) : IDisposable
{
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly byte[] _buffer = new byte[1 << 15];
    private int _used;
    private bool _isComplete;

    public void WriteHeader()
    {
        Write("PGCOPY\n"u8);
        Write([0xFF, (byte)'\r', (byte)'\n', 0]);
        Write([0, 0, 0, 0, 0, 0, 0, 0]);
    }

    public void StartRow(short columns) => BinaryPrimitives.WriteInt16BigEndian(Next(2), columns);

    public void WriteNull() => BinaryPrimitives.WriteInt32BigEndian(Next(4), -1);

    public void Write(int value)
    {
        var place = Next(8);
        BinaryPrimitives.WriteInt32BigEndian(place, 4);
        BinaryPrimitives.WriteInt32BigEndian(place[4..], value);
    }

    public void Write(DateTime utc)
    {
        var place = Next(12);
        BinaryPrimitives.WriteInt32BigEndian(place, 8);
        BinaryPrimitives.WriteInt64BigEndian(place[4..], (utc - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    public void Write(long value)
    {
        var place = Next(12);
        BinaryPrimitives.WriteInt32BigEndian(place, 8);
        BinaryPrimitives.WriteInt64BigEndian(place[4..], value);
    }

    /// <summary>PostgreSQL's time before all others stands for none, so that the column can be part of a key.</summary>
    public void WriteTimeOrNone(DateTime? utc)
    {
        if (utc is { } time) Write(time);
        else Write(long.MinValue);
    }

    public void Write(bool? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }
        var place = Next(5);
        BinaryPrimitives.WriteInt32BigEndian(place, 1);
        place[4] = value.Value ? (byte)1 : (byte)0;
    }

    public void Write(string? text)
    {
        if (text is null)
        {
            WriteNull();
            return;
        }
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(Next(4), length);
        Encoding.UTF8.GetBytes(text, Next(length));
    }

    /// <summary>Ends the COPY: only now does the server keep the rows.</summary>
    public void Complete()
    {
        BinaryPrimitives.WriteInt16BigEndian(Next(2), -1);
        Flush();
        _isComplete = true;
        stream.Dispose();
    }

    /// <summary>Without <see cref="Complete"/> the COPY is taken back.</summary>
    public void Dispose()
    {
        if (!_isComplete) stream.Cancel();
    }

    private void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    /// <summary>Room for the next bytes. A name, the longest thing written, is far shorter than the buffer.</summary>
    private Span<byte> Next(int length)
    {
        if (_used + length > _buffer.Length) Flush();
        var place = _buffer.AsSpan(_used, length);
        _used += length;
        return place;
    }

    private void Flush()
    {
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
