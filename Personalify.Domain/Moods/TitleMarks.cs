using System.Buffers;

namespace Personalify.Domain.Moods;

/// <summary>The words by which a part of a title is recognised as a remark on the recording and no part of the name.</summary>
internal static class TitleMarks
{
    /// <summary>What stands between words. Splitting at a text instead would allocate such a set each time.</summary>
    private static readonly SearchValues<char> Breaks = SearchValues.Create(" .,:;!?-/'\"’“”");

    /// <summary>Words that make any part a remark, wherever they stand in it.</summary>
    private static readonly string[] Anywhere =
    [
        "feat", "ft", "featuring", "remaster", "remastered", "remasterizado", "remix", "remixed", "version", "edit", "mix",
        "instrumental", "demo", "acoustic", "mono", "stereo", "bonus", "karaoke", "deluxe", "reprise", "soundtrack", "unplugged", "prod",
        "edition", "rerecorded", "explicit",
    ];

    /// <summary>Words of everyday speech, which make a part a remark only where they begin it.</summary>
    private static readonly string[] First =
    [
        "with", "from", "live", "take", "part", "pt", "vol", "original", "single", "radio", "album", "recorded", "cover", "clean",
        "extended", "interlude", "skit",
    ];

    /// <summary>Titles that say where a track stands or what it is, and nothing else.</summary>
    private static readonly string[] Alone =
    [
        "intro", "outro", "introduction", "interlude", "skit", "instrumental", "untitled", "bonus track", "hidden track", "prelude",
        "overture", "reprise", "silence",
    ];

    private static readonly string[] Works = ["op", "opus", "bwv", "kv", "k", "hob", "rv", "hwv", "woo"];

    private static readonly string[] Keys = ["major", "minor"];

    private static readonly string[] Accidentals = ["flat", "sharp"];

    /// <summary>Whether a part within parentheses or after a dash is a remark on the recording.</summary>
    public static bool IsRemark(ReadOnlySpan<char> part)
    {
        var isFirst = true;
        foreach (var range in part.SplitAny(Breaks))
        {
            var word = part[range];
            if (word.IsEmpty) continue;
            if (IsOneOf(word, Anywhere) || (isFirst && (IsOneOf(word, First) || IsYearOf(word, part)))) return true;
            isFirst = false;
        }
        return false;
    }

    /// <summary>Whether the whole title is only the name of a place on an album, or that of a numbered work without words.</summary>
    public static bool IsNameless(ReadOnlySpan<char> title) => IsOneOf(title, Alone) || IsTrackNumber(title) || IsWork(title);

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>A year is a remark if it stands alone: "(1999)", "- 2011".</summary>
    private static bool IsYearOf(ReadOnlySpan<char> word, ReadOnlySpan<char> part) =>
        word.Length == part.Trim().Length && word is [('1' or '2'), ('9' or '0'), _, _] && IsDigits(word);

    private static bool IsTrackNumber(ReadOnlySpan<char> title) =>
        title.StartsWith("track ", StringComparison.OrdinalIgnoreCase) && IsDigits(title["track ".Length..]);

    /// <summary>"Op. 67", "BWV 1007", "K. 525", and keys: "in C minor", "in E-flat major".</summary>
    private static bool IsWork(ReadOnlySpan<char> title)
    {
        ReadOnlySpan<char> previous = default;
        var isAfterKey = false;
        foreach (var range in title.SplitAny(Breaks))
        {
            var word = title[range];
            if (word.IsEmpty) continue;
            if (char.IsAsciiDigit(word[0]) && IsOneOf(previous, Works)) return true;
            if (IsOneOf(word, Keys) && (isAfterKey || IsOneOf(previous, Accidentals))) return true;
            isAfterKey = previous is "in" && word is [>= 'A' and <= 'G'];
            previous = word;
        }
        return false;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && TextFolding.LeadingDigits(text) == text.Length;
}
