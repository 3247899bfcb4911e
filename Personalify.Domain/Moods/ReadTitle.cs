namespace Personalify.Domain.Moods;

/// <summary>A text as the model reads it: folded letters with a blank before and after each word, and where the words are.</summary>
internal readonly ref struct ReadTitle(ReadOnlySpan<char> letters, ReadOnlySpan<WordPlace> words)
{
    /// <summary>All letters, with the blanks.</summary>
    public ReadOnlySpan<char> Letters { get; } = letters;

    /// <summary>The words in their order.</summary>
    public ReadOnlySpan<WordPlace> Words { get; } = words;

    /// <summary>The folded letters of a word.</summary>
    public ReadOnlySpan<char> Of(WordPlace word) => Letters.Slice(word.Start, word.Length);

    /// <summary>Reads a text into buffers of as many letters and words as <see cref="WordReader"/> says.</summary>
    public static ReadTitle Read(ReadOnlySpan<char> text, Span<char> letters, Span<WordPlace> words)
    {
        var (length, count) = new WordReader(text, letters, words).Read();
        return new ReadTitle(letters[..length], words[..count]);
    }
}
