using System.ComponentModel;
using Personalify.Domain.Moods;

namespace Personalify.Domain.Listening;

/// <summary>An entry of a ranking.</summary>
/// <param name="Rank">1 is the highest; no rank is given twice.</param>
/// <param name="Id">Of the track, artist or album.</param>
/// <param name="Plays">How many plays.</param>
/// <param name="MsPlayed">Their milliseconds.</param>
/// <param name="Tracks">How many different tracks; 1 for a track.</param>
public sealed record TopEntry(int Rank, int Id, int Plays, long MsPlayed, int Tracks);

/// <summary>The head of a ranking.</summary>
/// <param name="Total">How many entries the whole ranking has.</param>
/// <param name="Entries">The first of them, highest first.</param>
public sealed record TopRanking(int Total, IReadOnlyList<TopEntry> Entries);

/// <summary>The plays of one hour of one weekday.</summary>
/// <param name="Weekday">The day of the week.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Plays">How many plays ended in it.</param>
/// <param name="MsPlayed">Their milliseconds.</param>
public sealed record WeekdayHourListening(Weekday Weekday, int Hour, int Plays, long MsPlayed);

/// <summary>The plays of one hour of the day, over all days.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="Plays">How many plays ended in it.</param>
/// <param name="MsPlayed">Their milliseconds.</param>
public sealed record HourListening(int Hour, int Plays, long MsPlayed);

/// <summary>The plays of one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Plays">How many plays ended in it.</param>
/// <param name="MsPlayed">Their milliseconds.</param>
public sealed record DayListening(DateOnly Day, int Plays, long MsPlayed);

/// <summary>The plays of one calendar month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Plays">How many plays ended in it.</param>
/// <param name="MsPlayed">Their milliseconds.</param>
public sealed record MonthListening([Description("The first day of the month.")] DateOnly Month, int Plays, long MsPlayed);

/// <summary>How many different tracks, artists and albums were heard.</summary>
/// <param name="Tracks">Tracks.</param>
/// <param name="Artists">Artists of the tracks.</param>
/// <param name="Albums">Albums, where known.</param>
public readonly record struct ItemCounts(int Tracks, int Artists, int Albums);

/// <summary>The answer to a <see cref="ListeningQuestion"/>. Reading what was not asked throws: it is unknown, not zero.</summary>
public sealed class ListeningSums
{
    internal ListeningSums(int plays, long msPlayed) => (Plays, MsPlayed) = (plays, msPlayed);

    /// <summary>How many plays count.</summary>
    public int Plays { get; }

    /// <summary>Their milliseconds.</summary>
    public long MsPlayed { get; }

    /// <summary>Different tracks, artists and albums.</summary>
    public ItemCounts Items => AskedItems ?? throw NotAsked(ListeningParts.Items);

    /// <summary>Artists whose first play ever that counts lies in the period.</summary>
    public int NewArtists => AskedNewArtists ?? throw NotAsked(ListeningParts.NewArtists);

    /// <summary>168 entries, Monday 0:00 to Sunday 23:00.</summary>
    public IReadOnlyList<WeekdayHourListening> ByWeekdayHour => AskedHours ?? throw NotAsked(ListeningParts.Hours);

    /// <summary>24 entries, hour 0 to 23.</summary>
    public IReadOnlyList<HourListening> ByHour =>
        [.. ByWeekdayHour.GroupBy(sum => sum.Hour, (hour, sums) => sums.Aggregate(
            new HourListening(hour, 0, 0), (all, sum) => new HourListening(hour, all.Plays + sum.Plays, all.MsPlayed + sum.MsPlayed)))];

    /// <summary>Every day that has a play, in order.</summary>
    public IReadOnlyList<DayListening> ByDay => AskedDays ?? throw NotAsked(ListeningParts.Days);

    /// <summary>The first play, or <c>null</c> when none counts.</summary>
    public PlayMark? First => (AskedEnds ?? throw NotAsked(ListeningParts.Ends)).First;

    /// <summary>The last play, or <c>null</c> when none counts.</summary>
    public PlayMark? Last => (AskedEnds ?? throw NotAsked(ListeningParts.Ends)).Last;

    internal PlayEnds? AskedEnds { get; init; }

    internal IReadOnlyDictionary<RankQuestion, int?> AskedRanks { get; init; } = new Dictionary<RankQuestion, int?>();

    internal IReadOnlyDictionary<NewQuestion, bool> AskedNews { get; init; } = new Dictionary<NewQuestion, bool>();

    internal ItemCounts? AskedItems { get; init; }

    internal int? AskedNewArtists { get; init; }

    internal IReadOnlyList<WeekdayHourListening>? AskedHours { get; init; }

    internal IReadOnlyList<DayListening>? AskedDays { get; init; }

    internal IReadOnlyDictionary<(TopKind Kind, TopOrder By), TopRanking> AskedTops { get; init; } =
        new Dictionary<(TopKind, TopOrder), TopRanking>();

    internal IReadOnlyDictionary<MoodGrouping, IReadOnlyList<MoodGroup>> AskedMoods { get; init; } =
        new Dictionary<MoodGrouping, IReadOnlyList<MoodGroup>>();

    /// <summary>The groups that were asked for and have a play, by their keys.</summary>
    public IReadOnlyList<MoodGroup> Moods(MoodGrouping by) => AskedMoods.TryGetValue(by, out var groups)
        ? groups
        : throw new InvalidOperationException($"The moods by {by} were not asked for.");

    /// <summary>A ranking that was asked for, with the most entries that any question asked for.</summary>
    public TopRanking Ranking(TopKind kind, TopOrder by) => AskedTops.TryGetValue((kind, by), out var ranking)
        ? ranking
        : throw new InvalidOperationException($"The ranking of {kind} by {by} was not asked for.");

    /// <summary>The first entries of a ranking that was asked for with at least that many.</summary>
    public IReadOnlyList<TopEntry> Top(TopKind kind, TopOrder by, int first)
    {
        var entries = Ranking(kind, by).Entries;
        return entries.Count <= first ? entries : [.. entries.Take(first)];
    }

    /// <summary>The rank that was asked for; <c>null</c> when the item has no play that counts.</summary>
    public int? Rank(RankQuestion question) => AskedRanks.TryGetValue(question, out var rank)
        ? rank
        : throw new InvalidOperationException($"The rank of {question.Id} among {question.Kind} by {question.By} was not asked for.");

    /// <summary>Whether no play before the period counts of the item that was asked for.</summary>
    public bool IsNew(NewQuestion question) => AskedNews.TryGetValue(question, out var isNew)
        ? isNew
        : throw new InvalidOperationException($"Whether {question.Id} among {question.Kind} is new was not asked for.");

    /// <summary>Every month from the period's first to its last, those without a play included.</summary>
    public IReadOnlyList<MonthListening> ByMonth(Period period)
    {
        var sums = ByDay.GroupBy(day => FirstOfMonth(day.Day)).ToDictionary(
            month => month.Key, month => new MonthListening(month.Key, month.Sum(day => day.Plays), month.Sum(day => day.MsPlayed)));
        var months = new List<MonthListening>();
        // The last month apart: December 9999 has no next one.
        var last = FirstOfMonth(period.To);
        for (var month = FirstOfMonth(period.From); month < last; month = month.AddMonths(1)) Append(month);
        Append(last);
        return months;

        void Append(DateOnly month) => months.Add(sums.GetValueOrDefault(month) ?? new MonthListening(month, 0, 0));
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static InvalidOperationException NotAsked(ListeningParts part) => new($"The part {part} was not asked for.");
}
