using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Shows;

/// <summary>What is asked for of <c>Shows</c>, <c>Episodes</c> and <c>Audiobooks</c> is true.</summary>
public sealed record ShowsVariables(
    PeriodInput Period, PeriodInput Preceding, bool Compare, PlayDefinition Play, TopOrder By, int? First, string? After, int? Last,
    string? Before, bool Shows, bool Episodes, bool Audiobooks);

public sealed record ShowsData(ViewerUser? Viewer, ShowsUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<ShowsVariables, ShowsData> Operation = new("Shows/Index");
}

/// <param name="Preceding">Missing when the history does not reach back to the period before.</param>
public sealed record ShowsUser(ShowsListening Listening, ShowsBefore? Preceding);

public sealed record ShowsBefore(SpokenWordTotals SpokenWord);

public sealed record ShowsListening(
    SpokenWordTotals SpokenWord, ShowPage<TopShow>? TopShows, ShowPage<TopEpisode>? TopEpisodes, ShowPage<TopAudiobook>? TopAudiobooks);

public sealed record SpokenWordTotals(int Plays, long MsPlayed, int Shows, int Episodes, int Audiobooks, int Chapters);

public sealed record ShowPage<T>(IReadOnlyList<T>? Nodes, PageInfo PageInfo)
    where T : class;

public sealed record TopShow(int Rank, string Name, int Plays, long MsPlayed, int Episodes);

public sealed record TopEpisode(int Rank, EpisodeName Episode, int Plays, long MsPlayed);

public sealed record EpisodeName(string? Name, string? ShowName, string? SpotifyId);

public sealed record TopAudiobook(int Rank, string Name, int Plays, long MsPlayed, int Chapters);
