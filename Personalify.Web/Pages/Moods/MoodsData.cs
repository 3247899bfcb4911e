using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Moods;

public sealed record MoodsVariables(PeriodInput Period, PlayDefinition Play);

public sealed record MoodsData(ViewerUser? Viewer, MoodsUser? Me, MoodModel MoodModel) : IViewerAnswer
{
    public static readonly GraphQLOperation<MoodsVariables, MoodsData> Operation = new("Moods/Index");
}

public sealed record MoodsUser(PeriodMoods? Moods, MoodGroups? Hours, MoodGroups? Months, MoodCoverage MoodCoverage);

public sealed record MoodGroups(IReadOnlyList<MoodGroup> Groups);

/// <summary>All plays of the period, and the tracks most typical of each mood.</summary>
public sealed record PeriodMoods(
    IReadOnlyList<MoodGroup> Groups, IReadOnlyList<TypicalTrack> Anger, IReadOnlyList<TypicalTrack> Disgust,
    IReadOnlyList<TypicalTrack> Fear,
    IReadOnlyList<TypicalTrack> Joy, IReadOnlyList<TypicalTrack> Sadness, IReadOnlyList<TypicalTrack> Surprise,
    IReadOnlyList<TypicalTrack> Neutral)
{
    public IReadOnlyList<TypicalTrack> TypicalOf(Mood mood) => mood switch
    {
        Mood.Anger => Anger,
        Mood.Disgust => Disgust,
        Mood.Fear => Fear,
        Mood.Joy => Joy,
        Mood.Sadness => Sadness,
        Mood.Surprise => Surprise,
        _ => Neutral,
    };
}

/// <summary>Plays that belong together, by the moods of their titles.</summary>
public sealed record MoodGroup(int Plays, long MsPlayed, IReadOnlyList<MoodPart> Moods, MoodAmount CannotTell, MoodAmount NotRead)
{
    public int? Hour { get; init; }

    public DateOnly? Month { get; init; }

    public long Whole(TopOrder by) => by == TopOrder.Plays ? Plays : MsPlayed;

    /// <summary>How much of it is of a mood, 0 to 1.</summary>
    public double ShareOf(Mood mood, TopOrder by) =>
        Moods.FirstOrDefault(part => part.Mood == mood) is { } part ? part.Amount(by) / Math.Max(1.0, Whole(by)) : 0;

    /// <summary>The moods that are there with their shares, for those who do not see the drawing; a dash where there are none.</summary>
    public static string Words(MoodGroup? group, TopOrder by) => string.Join(", ", MoodNames.Told
        .Where(mood => group?.ShareOf(mood, by) > 0)
        .Select(mood => $"{MoodNames.Of(mood)} {Format.Plain(Format.Percent(group!.ShareOf(mood, by)))}").DefaultIfEmpty("–"));

    public double ToldShare(TopOrder by) => MoodNames.Told.Sum(mood => ShareOf(mood, by));
}

public sealed record MoodPart(Mood Mood, int Plays, long MsPlayed)
{
    public long Amount(TopOrder by) => by == TopOrder.Plays ? Plays : MsPlayed;
}

public sealed record MoodAmount(int Plays, long MsPlayed)
{
    public long Amount(TopOrder by) => by == TopOrder.Plays ? Plays : MsPlayed;
}

public sealed record TypicalTrack(double? Probability, bool IsCorrected, int Plays, long MsPlayed, TypicalTitle Track);

public sealed record TypicalTitle(string Id, string Name, ArtistReference Artist, TypicalMood? Mood);

public sealed record TypicalMood(IReadOnlyList<TypicalWord> Words);

public sealed record TypicalWord(string Word);

public sealed record MoodCoverage(int Tracks, int Read, int Told, int Corrected, int Waiting);

public sealed record MoodModel(
    string Provider, string Name, string Version, bool IsRemote, double Threshold, IReadOnlyList<string> Languages, MoodModelCard? Card);

public sealed record MoodModelCard(
    string TrainedOn, double MacroF1, double CalibrationError, double TitleValenceAuc, double BestTitleValenceAuc);
