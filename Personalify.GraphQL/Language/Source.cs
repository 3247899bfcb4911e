using System.Text;

namespace Personalify.GraphQL.Language;

/// <summary>A line and a column, both counted from 1. Columns count UTF-16 code units, as clients' editors do.</summary>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>
/// The UTF-8 text of a document. A carriage return followed by a line feed counts as one line terminator.
/// Specification: 2.1 Source Text.
/// </summary>
public sealed class Source
{
    private readonly ReadOnlyMemory<byte> _text;

    // Made for the first error; two threads may both make it, with the same result.
    private int[]? _lineStarts;

    /// <summary>Wraps UTF-8 bytes. They must not change afterwards.</summary>
    public Source(ReadOnlyMemory<byte> text) => _text = text;

    /// <summary>Encodes a string as UTF-8.</summary>
    public Source(string text) => _text = Encoding.UTF8.GetBytes(text);

    /// <summary>The text as UTF-8.</summary>
    public ReadOnlyMemory<byte> Text => _text;

    /// <summary>
    /// Finds line and column of a byte offset. The first call reads the whole text, later ones the line up to the offset.
    /// </summary>
    public SourceLocation GetLocation(int offset)
    {
        var end = Math.Clamp(offset, 0, _text.Length);
        var starts = _lineStarts ??= FindLineStarts();
        var found = Array.BinarySearch(starts, end);
        var line = found < 0 ? ~found - 1 : found;
        return new SourceLocation(line + 1, Encoding.UTF8.GetCharCount(_text.Span[starts[line]..end]) + 1);
    }

    private int[] FindLineStarts()
    {
        var text = _text.Span;
        var starts = new List<int> { 0 };
        while (true)
        {
            var length = text[starts[^1]..].IndexOfAny((byte)'\n', (byte)'\r');
            if (length < 0) return [.. starts];

            var end = starts[^1] + length;
            starts.Add(end + (text[end..].StartsWith("\r\n"u8) ? 2 : 1));
        }
    }
}
