using Personalify.Web.Api;
using Personalify.Web.Formatting;
using Personalify.Web.Pages.History;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

/// <summary>Exactly one of the three <c>Of…</c> is true: whose place it is.</summary>
public sealed record PlaceVariables(
    string Id, bool OfArtist, bool OfAlbum, bool OfTrack, PeriodInput Period, PeriodInput Before, bool Compare, PlayDefinition Play,
    TopOrder OrderBy, PlayFilter Plays);

public sealed record PlaceData(ViewerUser? Viewer, ArtistPlace? Artist, AlbumPlace? Album, TrackPlace? Track, PlaceUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<PlaceVariables, PlaceData> Operation = new("Places/Index");
}

public sealed record ArtistPlace(
    string Id, string Name, string? ImageUrl, ArtistWord? Spotify, PlaceRank? All, PlaceNow? Now, ArtistTops? Tops, PlaceBefore? Before)
{
    public NameSource NameSource { get; init; }
}

public sealed record AlbumPlace(
    string Id, string Name, string? ImageUrl, AlbumWord? Spotify, NamedReference Artist, PlaceRank? All, PlaceNow? Now, AlbumTops? Tops,
    PlaceBefore? Before)
{
    public NameSource NameSource { get; init; }
}

public sealed record TrackPlace(
    string Id, string Name, string? ImageUrl, string? SpotifyId, TrackWord? Spotify, NamedReference Artist, NamedReference? Album,
    PlaceRank? All, PlaceNow? Now, PlaceBefore? Before)
{
    public NameSource NameSource { get; init; }

    public TitleMood? Mood { get; init; }
}

/// <summary>What the words of the title say, and the listener of it.</summary>
public sealed record TitleMood(
    Mood? Mood, bool IsCorrected, Mood? ModelMood, MoodChances? Probabilities, MoodReader? Model, IReadOnlyList<WeighedWord> Words);

/// <summary>How probable the model takes each mood to be, 0 to 1.</summary>
public sealed record MoodChances(
    double Anger, double Disgust, double Fear, double Joy, double Neutral, double Sadness, double Surprise)
{
    public IEnumerable<(Mood Mood, double Chance)> All =>
    [
        (Mood.Anger, Anger), (Mood.Disgust, Disgust), (Mood.Fear, Fear), (Mood.Joy, Joy), (Mood.Neutral, Neutral), (Mood.Sadness, Sadness),
        (Mood.Surprise, Surprise),
    ];
}

/// <summary>Which model has read a title.</summary>
public sealed record MoodReader(string Name, string Version);

/// <summary>A word of a title, with its part of what all words do for the mood.</summary>
public sealed record WeighedWord(string Word, double Share);

/// <summary>The artist or the album of what the page is about.</summary>
public sealed record NamedReference(string Id, string Name, NameSource NameSource);

public sealed record ArtistTops(TopList<TopTrack>? TopTracks, TopList<TopAlbum>? TopAlbums);

public sealed record AlbumTops(TopList<TopTrack>? TopTracks);

public sealed record PlaceEver(
    PlaceCount Totals, PlacePlay? FirstPlay, PlacePlay? LastPlay, IReadOnlyList<PlaceMilestone> Milestones)
{
    private static readonly Texts Text = Texts.Of(typeof(PlaceEver));

    /// <summary>What happened when, from the first play to the last.</summary>
    public IEnumerable<(string What, PlacePlay Play)> Story
    {
        get
        {
            if (FirstPlay is not null) yield return (Text["First heard"], FirstPlay);
            foreach (var milestone in Milestones) yield return (Text["{0}th play", Format.Number(milestone.Number)], milestone.Play);
            if (LastPlay is not null) yield return (Text["Last heard"], LastPlay);
        }
    }
}

public sealed record PlaceMilestone(int Number, PlacePlay Play);

public sealed record PlaceCount(int Plays);

public sealed record PlacePlay(DateTimeOffset EndedAt, PlaceTrack Track);

public sealed record PlaceTrack(string Id, string Name);

public sealed record PlaceRank(int? Rank);

public sealed record PlaceNow(
    PlaceTotals Totals, int? Rank, double Share, IReadOnlyList<DayListening> ByDay, IReadOnlyList<MonthListening> ByMonth,
    IReadOnlyList<WeekdayHourListening> ByWeekdayHour);

public sealed record PlaceTotals(int Plays, long MsPlayed, int Tracks, int ActiveDays, Streak? LongestStreak);

public sealed record PlaceBefore(
    PlaceBeforeTotals Totals, int? Rank, IReadOnlyList<DayListening> ByDay, IReadOnlyList<MonthListening> ByMonth);

public sealed record PlaceBeforeTotals(int Plays, long MsPlayed, PlaceBeforeStreak? LongestStreak);

public sealed record PlaceBeforeStreak(int Days);

public sealed record PlaceUser(PlaceEver? Ever, PlacePlays? Plays);

public sealed record PlacePlays(IReadOnlyList<Play>? Nodes);
