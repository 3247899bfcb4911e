using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

/// <summary>An id that is not asked for is sent empty and its <c>Of…</c> is false.</summary>
public sealed record PlaysVariables(PlayFilter Filter, PlayOrder Order, PeriodInput Period, PlayDefinition Play)
{
    public int? First { get; init; }

    public string? After { get; init; }

    public int? Last { get; init; }

    public string? Before { get; init; }

    public bool OfTrack { get; init; }

    public string Track { get; init; } = "";

    public bool OfArtist { get; init; }

    public string Artist { get; init; } = "";

    public bool OfAlbum { get; init; }

    public string Album { get; init; } = "";
}

public sealed record PlayFilter(string? TrackId, string? ArtistId, string? AlbumId)
{
    public IReadOnlyList<int>? Hours { get; init; }

    public IReadOnlyList<Weekday>? Weekdays { get; init; }
}

public sealed record PlaysData(ViewerUser? Viewer, TrackName? Track, ArtistName? Artist, AlbumName? Album, PlaysUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<PlaysVariables, PlaysData> Operation = new("History/Plays");
}

public sealed record PlaysUser(PlaysListening Listening, PlaysPage Plays);

public sealed record PlaysListening(PlaysTotals Totals);

public sealed record PlaysTotals(int Plays, long MsPlayed, int Tracks, int Artists);

public sealed record PlaysPage(IReadOnlyList<Play>? Nodes, PageInfo PageInfo);

/// <summary>The track of a play.</summary>
public sealed record PlayedTrack(string Id, string Name, string? ImageUrl, ArtistReference Artist)
{
    public NameSource NameSource { get; init; }

    /// <summary>Null where the title was not read yet.</summary>
    public ToldMood? Mood { get; init; }
}

/// <param name="Mood">Null is that the words cannot tell.</param>
public sealed record ToldMood(Mood? Mood);

public sealed record Play(
    PlayedTrack Track, DateTimeOffset EndedAt, int MsPlayed, PlaySource Source, Platform? Platform,
    bool? Shuffle, bool? Skipped, bool? Offline);
