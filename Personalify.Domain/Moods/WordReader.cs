using System.Buffers;
using System.Globalization;
using System.Text;

namespace Personalify.Domain.Moods;

/// <summary>
/// Splits a text into words and folds their letters, into buffers of the caller. Words stand between blanks, so that n-grams of characters
/// see where a word begins. A letter three times or more in a row counts twice ("sooo"), a sign likewise.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> letters, Span<WordPlace> words)
{
    /// <summary>The most units of a text that are read; what comes after them says little more.</summary>
    public const int MaxLength = 800;

    /// <summary>How many letters a text may become: every unit could be a word of its own between blanks.</summary>
    public static int LettersOf(ReadOnlySpan<char> text) => 2 * WordsOf(text) + 2;

    /// <summary>How many words a text may become.</summary>
    public static int WordsOf(ReadOnlySpan<char> text) => Math.Min(text.Length, MaxLength);

    private readonly ReadOnlySpan<char> _text = text[..WordsOf(text)];
    private readonly Span<char> _letters = letters;
    private readonly Span<WordPlace> _words = words;
    private int _position;
    private int _length;
    private int _count;

    /// <summary>Reads all of it.</summary>
    /// <returns>How many letters, blanks included, and how many words there are.</returns>
    public (int Letters, int Words) Read()
    {
        _letters[_length++] = ' ';
        while (_position < _text.Length)
        {
            if (!TryPlaceholder()) ReadNext();
        }
        return (_length, _count);
    }

    private void ReadNext()
    {
        if (Rune.DecodeFromUtf16(_text[_position..], out var rune, out var used) != OperationStatus.Done)
        {
            _position++;
            return;
        }
        if (Rune.IsLetterOrDigit(rune)) ReadWord(rune);
        else if (IsNothing(rune)) _position += used;
        else ReadSign(used);
    }

    /// <summary>GoEmotions writes [NAME] and [RELIGION] where a comment named one; each is a word of its own.</summary>
    private bool TryPlaceholder()
    {
        var rest = _text[_position..];
        var length = rest is ['[', 'N', 'A', 'M', 'E', ']', ..] ? 6 : rest.StartsWith("[RELIGION]", StringComparison.Ordinal) ? 10 : 0;
        if (length == 0) return false;
        var (from, start) = (_position, _length);
        for (var i = 0; i < length; i++) _letters[_length++] = char.ToLowerInvariant(rest[i]);
        _position += length;
        Add(start, from, WordKind.Sign);
        return true;
    }

    private void ReadWord(Rune first)
    {
        var (from, start, isLatin) = (_position, _length, true);
        for (Rune? rune = first; rune is { } letter; rune = NextOfWord())
        {
            _position += letter.Utf16SequenceLength;
            isLatin &= Append(letter, start);
        }
        Add(start, from, isLatin ? WordKind.Latin : WordKind.OtherScript);
    }

    /// <summary>The next letter of the same word, past marks on the last one; an apostrophe is one if a letter follows it.</summary>
    private Rune? NextOfWord()
    {
        while (Rune.DecodeFromUtf16(_text[_position..], out var rune, out var used) == OperationStatus.Done)
        {
            if (Rune.IsLetterOrDigit(rune) || (IsApostrophe(rune) && IsLetterAt(_position + used))) return rune;
            if (!TextFolding.IsInvisible(Rune.GetUnicodeCategory(rune)) || IsApostrophe(rune)) return null;
            _position += used;
        }
        return null;
    }

    /// <returns>Whether it is of the Latin script.</returns>
    private bool Append(Rune letter, int wordStart)
    {
        if (!letter.IsBmp)
        {
            letter.EncodeToUtf16(_letters[_length..]);
            _length += 2;
            return false;
        }
        var folded = IsApostrophe(letter) ? '\'' : TextFolding.Fold((char)letter.Value);
        var isThird = _length - wordStart >= 2 && _letters[_length - 1] == folded && _letters[_length - 2] == folded;
        if (!isThird || char.IsAsciiDigit(folded)) _letters[_length++] = folded;
        return folded == '\'' || TextFolding.IsPlain(folded);
    }

    private void ReadSign(int used)
    {
        var sign = _text.Slice(_position, used);
        var (from, start) = (_position, _length);
        _position += used;
        if (IsRepeated(sign)) return;
        sign.CopyTo(_letters[_length..]);
        _length += used;
        if (sign is ['’' or '‘']) _letters[start] = '\'';
        Add(start, from, WordKind.Sign);
    }

    private readonly bool IsRepeated(ReadOnlySpan<char> sign) =>
        _count >= 2 && IsSame(_words[_count - 1], sign) && IsSame(_words[_count - 2], sign);

    private readonly bool IsSame(WordPlace word, ReadOnlySpan<char> sign) => sign.SequenceEqual(_letters.Slice(word.Start, word.Length));

    private void Add(int start, int from, WordKind kind)
    {
        _words[_count++] = new WordPlace(start, _length - start, from, _position, kind);
        _letters[_length++] = ' ';
    }

    private readonly bool IsLetterAt(int position) =>
        Rune.DecodeFromUtf16(_text[position..], out var rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune);

    private static bool IsNothing(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || TextFolding.IsInvisible(Rune.GetUnicodeCategory(rune));

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or 'ʼ' or '`';
}
