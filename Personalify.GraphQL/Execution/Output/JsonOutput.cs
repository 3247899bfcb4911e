using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// UTF-8 JSON in one array; output, array and path are pooled. It can be cut back to an earlier position, which is how a null reaches its nearest nullable
/// ancestor without anything having been kept in a tree. The data stands inside the response that it belongs to when there are
/// no errors, so that such a response is sent without another copy.
/// </summary>
internal sealed partial class JsonOutput : IBufferWriter<byte>, IDisposable
{
    private const int FewestBytes = 1024;
    private const int MostBytesAtOnce = 1 << 20;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly ObjectPool<JsonOutput> Pool = new(static () => new JsonOutput());

    private int _maxBytes;
    private byte[] _bytes = [];
    private int _count;
    private Utf8JsonWriter? _writer;

    private JsonOutput()
    {
    }

    public int Position => _count;

    /// <summary>Where in the response the writer is.</summary>
    public ResponsePath Path { get; } = new();

    /// <summary>The data that was written so far.</summary>
    public ReadOnlyMemory<byte> Data => _bytes.AsMemory(Start.Length, _count - Start.Length);

    private static ReadOnlySpan<byte> Start => "{\"data\":"u8;

    /// <summary>The response that holds the data and nothing else, once it is complete.</summary>
    public ReadOnlyMemory<byte> Response => _bytes.AsMemory(0, _count + 1);

    /// <summary>An empty output. Disposing it lets the next response have it, so that must happen once, when nobody reads it any more.</summary>
    /// <param name="maxBytes">The most that may be written.</param>
    /// <param name="usualBytes">How long such responses were before, so that the array needs not grow.</param>
    public static JsonOutput Rent(int maxBytes, int usualBytes = 0)
    {
        var output = Pool.Rent();
        output._maxBytes = maxBytes;
        output._bytes = ArrayPool<byte>.Shared.Rent(Math.Clamp(usualBytes + (usualBytes / 8), FewestBytes, MostBytesAtOnce));
        output.Clear();
        return output;
    }

    /// <summary>Ends the response behind the data.</summary>
    public void Complete() => GetSpan(1)[0] = (byte)'}';

    public void CutTo(int position) => _count = position;

    /// <summary>Cuts back to where the data begins.</summary>
    public void Clear()
    {
        Start.CopyTo(_bytes);
        _count = Start.Length;
    }

    public void Write(ReadOnlySpan<byte> json)
    {
        if (_bytes.Length - _count < json.Length) Grow(json.Length);
        json.CopyTo(_bytes.AsSpan(_count));
        _count += json.Length;
    }

    public void Write(byte character)
    {
        if (_bytes.Length == _count) Grow(1);
        _bytes[_count++] = character;
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
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _count) = ([], 0);
        _writer?.Dispose(); // A scalar of the application's may have kept it.
        _writer = null;
        Path.Clear();
        Pool.Return(this);
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - _count < size) Grow(size);
    }

    private void Grow(int size)
    {
        var needed = (long)_count + size;
        if (needed > _maxBytes + (long)Start.Length + 1) throw new ResponseTooLargeException(_maxBytes);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, _bytes.Length * 2L), Math.Min(_maxBytes + (long)FewestBytes, Array.MaxLength)));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

/// <summary>The response would be larger than the server allows.</summary>
internal class ResponseTooLargeException(string message, string code) : Exception(message)
{
    public ResponseTooLargeException(int maxBytes)
        : this($"The response is larger than {maxBytes} bytes. Ask for fewer fields or shorter pages.", ErrorCodes.ResponseTooLarge)
    {
    }

    public string Code => code;
}
