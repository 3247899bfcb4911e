using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// UTF-8 JSON in one pooled array. It can be cut back to an earlier position, which is how a null reaches its nearest nullable
/// ancestor without anything having been kept in a tree.
/// </summary>
internal sealed partial class JsonOutput(int maxBytes) : IBufferWriter<byte>, IDisposable
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);
    private int _count;
    private Utf8JsonWriter? _writer;

    public int Position => _count;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public void CutTo(int position) => _count = position;

    public void Write(ReadOnlySpan<byte> json)
    {
        json.CopyTo(GetSpan(json.Length));
        _count += json.Length;
    }

    public void Write(byte character)
    {
        GetSpan(1)[0] = character;
        _count++;
    }

    /// <summary>Lets a scalar write its value.</summary>
    /// <exception cref="CoercionException">The value is not one of the scalar; nothing was written.</exception>
    public void Write(ScalarType scalar, object value)
    {
        var start = _count;
        if (_writer is null) _writer = new Utf8JsonWriter(this, WriterOptions);
        else _writer.Reset(this);
        try
        {
            scalar.Write(_writer, value);
            _writer.Flush();
        }
        catch
        {
            _writer.Reset(this);
            CutTo(start);
            throw;
        }
    }

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_count);
    }

    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _count = 0;
        _writer?.Dispose();
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - _count < size) Grow(size);
    }

    private void Grow(int size)
    {
        var needed = (long)_count + size;
        if (needed > maxBytes) throw new ResponseTooLargeException(maxBytes);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, _bytes.Length * 2L), Math.Max(maxBytes, 1024)));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

/// <summary>The response would be larger than the server allows.</summary>
internal sealed class ResponseTooLargeException(int maxBytes)
    : Exception($"The response is larger than {maxBytes} bytes. Ask for fewer fields or shorter pages.");
