using System.Buffers;
using System.Text.Json;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Imports.Reading;

/// <summary>
/// Reads the rows of one JSON array from a stream of any length through one pooled buffer. A row is looked at only when it lies in the
/// buffer whole; otherwise the buffer is filled up, or grows to <see cref="LongestRow"/>.
/// </summary>
internal sealed class HistoryFile(Stream stream, string name) : IDisposable
{
    public const int LongestRow = 1 << 20;
    private const int FirstBuffer = 1 << 16;

    private readonly RawRow _row = new();
    private readonly List<string> _firstFields = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _isOpen;
    private int _rows;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 16 });

    public string Name => name;

    /// <summary>The current row after <see cref="Read"/> returned true.</summary>
    public RawRow Row => _row;

    /// <summary>The names of the first object's fields, for telling what an unknown file is.</summary>
    public IReadOnlyList<string> FirstFields => _firstFields;

    /// <summary>The first bytes, for telling what an unknown file is. Valid after <see cref="Open"/> found no array.</summary>
    public ReadOnlySpan<byte> Start => _buffer.AsSpan(_start, Math.Min(_end - _start, 512));

    /// <summary>What the file starts with; the array is open when it is one.</summary>
    public FileStart Open()
    {
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _start = 3;
        var start = FileSignature.StartOf(_buffer.AsSpan(_start, _end - _start));
        if (start != FileStart.Array) return start;
        Step();
        _isOpen = true;
        return start;
    }

    /// <summary>Moves to the next row; false at the array's end.</summary>
    public bool Read()
    {
        if (!_isOpen) return false;
        if (Step() == Found.Row) return true;
        _isOpen = false;
        CheckNothingFollows();
        return false;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _isOpen = false;
    }

    private Found Step()
    {
        while (true)
        {
            var found = TryStep();
            if (found != Found.Nothing) return found;
            Fill();
            if (_isAtEnd) throw Rejections.CutOff(name, _rows + 1);
        }
    }

    /// <summary>The reader is never told that a block is the last, so what it refuses is wrong and not merely cut off.</summary>
    private Found TryStep()
    {
        try
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, _state);
            var found = Next(ref reader);
            if (found == Found.Nothing) return found;
            _state = reader.CurrentState;
            _start += (int)reader.BytesConsumed;
            return found;
        }
        catch (JsonException exception)
        {
            throw HoldsZeros() ? Rejections.ZeroedInside(name, _rows + 1) : Rejections.BrokenJson(name, _rows + 1, exception);
        }
    }

    private Found Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return Found.Nothing;
        if (!_isOpen) return Found.Start;
        if (reader.TokenType == JsonTokenType.EndArray) return Found.End;
        return TryReadRow(ref reader) ? Found.Row : Found.Nothing;
    }

    private void CheckNothingFollows()
    {
        while (IsBlank())
        {
            _start = _end;
            Fill();
            if (_isAtEnd) return;
        }
        throw HoldsZeros() ? Rejections.ZeroedAfter(name, _rows) : Rejections.TextAfterArray(name, _rows);
    }

    /// <summary>JSON has no zero bytes: text between strings has none, and in strings they are escaped.</summary>
    private bool HoldsZeros() => _buffer.AsSpan(_start, _end - _start).Contains((byte)0);

    private bool IsBlank() => !_buffer.AsSpan(_start, _end - _start).ContainsAnyExcept(" \t\r\n"u8);

    private bool TryReadRow(ref Utf8JsonReader reader)
    {
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        _row.Begin(_buffer, _rows + 1, isObject);
        if (isObject ? !TryReadFields(ref reader) : !reader.TrySkip()) return false;
        _rows++;
        return true;
    }

    private bool TryReadFields(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            var isWanted = HistoryFields.TryFind(reader.ValueSpan, out var field);
            if (isWanted && _row.Kind is null) _row.Kind = HistoryFields.KindOf(reader.ValueSpan);
            if (_rows == 0 && _firstFields.Count < 5) NoteFirst(reader.ValueSpan);
            if (!reader.Read()) return false;
            if (isWanted) Note(field, ref reader);
            if (!reader.TrySkip()) return false;
        }
        return false;
    }

    private void Note(HistoryField field, ref Utf8JsonReader reader)
    {
        var quote = reader.TokenType == JsonTokenType.String ? 1 : 0;
        _row.Set(field, reader.TokenType, _start + (int)reader.TokenStartIndex + quote, reader.ValueSpan.Length);
    }

    private void NoteFirst(ReadOnlySpan<byte> property)
    {
        var text = CatalogName.Display(JsonText.Decode(property[..Math.Min(property.Length, 40)]));
        if (!_firstFields.Contains(text)) _firstFields.Add(text);
    }

    /// <summary>Fills the whole buffer, so that a long row is scanned again only as often as the buffer doubles.</summary>
    private void Fill()
    {
        var rest = _end - _start;
        if (rest == _buffer.Length) Grow();
        else _buffer.AsSpan(_start, rest).CopyTo(_buffer);
        var read = stream.ReadAtLeast(_buffer.AsSpan(rest), _buffer.Length - rest, throwOnEndOfStream: false);
        (_start, _end) = (0, rest + read);
        _isAtEnd = read == 0;
    }

    private void Grow()
    {
        if (_buffer.Length >= LongestRow) throw Rejections.RowTooLong(name, _rows + 1);
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private enum Found { Nothing, Start, Row, End }
}
