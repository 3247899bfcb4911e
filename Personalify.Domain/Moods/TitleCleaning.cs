namespace Personalify.Domain.Moods;

/// <summary>
/// What of a title is its name. In this order: blanks are collapsed; a leading track number goes ("01 - ", "3. "); so does each part in
/// parentheses or brackets and each end after a dash that is a remark on the recording ("(feat. …)", "- Remastered 2011", "[Live at …]",
/// "- Radio Edit"), and what follows "feat." outside of them. Other parentheses stay: "(I Can't Get No) Satisfaction". A title that
/// names only its place ("Intro", "Track 5") or a numbered work ("… in C minor, Op. 67") has no name to read and becomes empty.
/// </summary>
public static class TitleCleaning
{
    /// <summary>The most UTF-16 units of a title that are read.</summary>
    public const int MaxLength = WordReader.MaxLength;

    private static readonly string[] Guests = [" feat. ", " feat ", " ft. ", " ft ", " featuring "];

    /// <summary>The name in a title; empty where it has none.</summary>
    public static string Clean(string title)
    {
        Span<char> name = stackalloc char[Math.Min(title.Length, MaxLength)];
        return name[..Clean(title, name)].ToString();
    }

    /// <summary>Writes the name in a title.</summary>
    /// <param name="title">The title as Spotify or an export gives it.</param>
    /// <param name="name">Room for as many units as the title has, at most <see cref="MaxLength"/>.</param>
    /// <returns>How long the name is.</returns>
    public static int Clean(ReadOnlySpan<char> title, Span<char> name)
    {
        var length = Collapse(title, name);
        length = WithoutNumber(name, length);
        length = WithoutParts(name, length, '(', ')');
        length = WithoutParts(name, length, '[', ']');
        length = WithoutEnds(name[..length]);
        length = WithoutGuests(name[..length]);
        length = Trim(name, length);
        return TitleMarks.IsNameless(name[..length]) ? 0 : length;
    }

    private static int Collapse(ReadOnlySpan<char> title, Span<char> name)
    {
        var length = 0;
        foreach (var unit in title.Length > MaxLength ? title[..MaxLength] : title)
        {
            var isBlank = char.IsWhiteSpace(unit) || char.IsControl(unit);
            if (!isBlank) name[length++] = unit;
            else if (length > 0 && name[length - 1] != ' ') name[length++] = ' ';
        }
        return length > 0 && name[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>One to three digits, then a dot, dash or parenthesis, then a blank. "99 Problems" and "7 rings" have none.</summary>
    private static int WithoutNumber(Span<char> name, int length)
    {
        var digits = TextFolding.LeadingDigits(name[..length]);
        if (digits is < 1 or > 3) return length;
        var rest = name[digits..length].TrimStart(' ');
        if (rest is not ['.' or '-' or ')' or '–', ' ', _, ..]) return length;
        return Remove(name, length, 0, length - rest.Length + 2);
    }

    private static int WithoutParts(Span<char> name, int length, char open, char close)
    {
        for (var start = name[..length].LastIndexOf(open); start >= 0; start = name[..start].LastIndexOf(open))
        {
            var end = name[start..length].IndexOf(close);
            var part = end < 0 ? name[(start + 1)..length] : name.Slice(start + 1, end - 1);
            if (TitleMarks.IsRemark(part)) length = Remove(name, length, start, end < 0 ? length : start + end + 1);
        }
        return length;
    }

    private static int WithoutEnds(Span<char> name)
    {
        for (var dash = LastDash(name); dash >= 0; dash = LastDash(name[..dash]))
        {
            if (TitleMarks.IsRemark(name[(dash + 3)..])) name = name[..dash];
        }
        return name.Length;
    }

    /// <summary>The place of the blank before the last dash that stands between blanks; -1 if there is none.</summary>
    private static int LastDash(ReadOnlySpan<char> name)
    {
        for (var i = name.Length - 3; i > 0; i--)
        {
            if (name.Slice(i, 3) is [' ', '-' or '–' or '—', ' ']) return i;
        }
        return -1;
    }

    private static int WithoutGuests(ReadOnlySpan<char> name)
    {
        foreach (var mark in Guests)
        {
            var place = name.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (place >= 0) name = name[..place];
        }
        return name.Length;
    }

    /// <summary>Blanks at the ends, and two in a row where a part was between them.</summary>
    private static int Trim(Span<char> name, int length) => Collapse(name[..length], name);

    private static int Remove(Span<char> name, int length, int from, int to)
    {
        name[to..length].CopyTo(name[from..]);
        return length - (to - from);
    }
}
