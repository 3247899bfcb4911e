using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Moods;

/// <summary>How much of a period's listening tells which mood, in words and as rows.</summary>
public sealed class MoodShares(MoodGroup total, TopOrder by)
{
    private static readonly Texts Text = Texts.Of(typeof(MoodShares));

    /// <summary>Moods that are there, the most first.</summary>
    public IReadOnlyList<MoodShare> Rows { get; } =
        [.. Enum.GetValues<Mood>().Select(mood => Of(total, mood, by)).Where(row => row.Share > 0).OrderByDescending(row => row.Share)];

    public double Most => Rows.Count == 0 ? 1 : Rows[0].Share;

    public bool IsAnyTold => total.ToldShare(by) > 0;

    /// <summary>Most titles tell nothing, and that is said first.</summary>
    public string Says
    {
        get
        {
            var told = Format.Percent(total.ToldShare(by));
            var says = by == TopOrder.Plays
                ? Text["{0} of your plays were of titles whose words tell a mood.", told]
                : Text["{0} of the time you listened to titles whose words tell a mood.", told];
            var rest = Text["For {0} the words cannot tell: that is usual, about four of five titles say too little.",
                Format.Percent(CannotTell)];
            return $"{says} {rest}";
        }
    }

    /// <summary>Null where every title was read.</summary>
    public string? NotRead => total.NotRead.Amount(by) > 0
        ? Text["{0} is of titles that were not read yet.", Format.Percent(total.NotRead.Amount(by) / Math.Max(1.0, total.Whole(by)))]
        : null;

    private double CannotTell => total.CannotTell.Amount(by) / Math.Max(1.0, total.Whole(by));

    private static MoodShare Of(MoodGroup group, Mood mood, TopOrder by)
    {
        var part = group.Moods.FirstOrDefault(part => part.Mood == mood) ?? new MoodPart(mood, 0, 0);
        return new MoodShare(
            mood, group.ShareOf(mood, by), by == TopOrder.Plays
                ? Format.Count(part.Plays, "play", "plays") : Format.Duration(part.MsPlayed));
    }
}

/// <param name="Share">Of all that was listened to, 0 to 1.</param>
/// <param name="Value">How much that is.</param>
public sealed record MoodShare(Mood Mood, double Share, string Value);

/// <summary>The table behind a drawing: a row for each hour or month, a column for each mood.</summary>
/// <param name="Description">What is in it.</param>
/// <param name="Heading">What a row is.</param>
public sealed record MoodTable(string Description, string Heading, IReadOnlyList<MoodTableRow> Rows, TopOrder By, Csv.CsvLink Csv);

public sealed record MoodTableRow(string Label, MoodGroup Group);
