using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Personalify.GraphQL.Execution;

/// <content>The values that make up nearly every response, written without a detour.</content>
internal sealed partial class JsonOutput
{
    private const int MaxBytesPerChar = 3;
    private const int MaxGuessedLength = 1024;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        ['"', '\\', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    public void WriteNull() => Write("null"u8);

    public void Write(bool value) => Write(value ? "true"u8 : "false"u8);

    public void Write(long value)
    {
        Utf8Formatter.TryFormat(value, GetSpan(20), out var written);
        _count += written;
    }

    /// <summary>A quoted string. A lone surrogate, which UTF-8 cannot hold, becomes the replacement character.</summary>
    public void Write(string value)
    {
        if (value.Length > MaxGuessedLength || value.AsSpan().ContainsAny(Escaped))
        {
            WriteInParts(value);
            return;
        }

        var space = GetSpan((value.Length * MaxBytesPerChar) + 2);
        space[0] = (byte)'"';
        Utf8.FromUtf16(value, space[1..], out _, out var written);
        space[written + 1] = (byte)'"';
        _count += written + 2;
    }

    private void WriteInParts(string value)
    {
        Write((byte)'"');
        var rest = value.AsSpan();
        for (var next = rest.IndexOfAny(Escaped); next >= 0; next = rest.IndexOfAny(Escaped))
        {
            WriteText(rest[..next]);
            WriteEscaped(rest[next]);
            rest = rest[(next + 1)..];
        }

        WriteText(rest);
        Write((byte)'"');
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        var space = GetSpan(text.Length <= MaxGuessedLength ? text.Length * MaxBytesPerChar : Encoding.UTF8.GetByteCount(text));
        Utf8.FromUtf16(text, space, out _, out var written);
        _count += written;
    }

    private void WriteEscaped(char character)
    {
        switch (character)
        {
            case '"': Write("\\\""u8); break;
            case '\\': Write("\\\\"u8); break;
            case '\n': Write("\\n"u8); break;
            case '\r': Write("\\r"u8); break;
            case '\t': Write("\\t"u8); break;
            default: WriteText(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")); break;
        }
    }
}
