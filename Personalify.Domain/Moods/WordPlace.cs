namespace Personalify.Domain.Moods;

/// <summary>A word: its place among the folded letters, and its place in the text that was read.</summary>
internal readonly record struct WordPlace(int Start, int Length, int From, int To, WordKind Kind)
{
    public int End => Start + Length;
}

/// <summary>What a word is made of.</summary>
internal enum WordKind
{
    /// <summary>Latin letters or digits, with apostrophes within.</summary>
    Latin,

    /// <summary>Letters of another script.</summary>
    OtherScript,

    /// <summary>One sign: punctuation, a symbol, an emoji.</summary>
    Sign,
}
