using Personalify.Web.Api;
using Personalify.Web.Csv;
using Personalify.Web.Pages.Top;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

/// <summary>A list of single plays as a file, in its order.</summary>
public static class PlayCsv
{
    public static CsvTable<ListedPlay> Of(PersonalifyClient client, PlayListVariables list, Viewer viewer, CancellationToken cancellation)
    {
        var rows = CsvPages.ReadAsync(async after =>
        {
            var page = list with { After = after, IsFirst = after is null };
            var plays = (await client.SendAsync(PlayListData.Operation, page, cancellation)).Me!.Plays;
            return new CsvPage<ListedPlay>(plays.Nodes ?? [], plays.PageInfo, plays.TotalCount);
        }, cancellation);
        return new("plays", Columns(viewer), rows);
    }

    private static CsvColumn<ListedPlay>[] Columns(Viewer viewer) =>
    [
        new("ended_at", play => viewer.InZone(play.EndedAt)), new("track", play => play.Track.Name),
        new("artist", play => play.Track.Artist.Name), new("album", play => play.Track.Album?.Name),
        new("ms_played", play => play.MsPlayed), new("source", play => play.Source), new("platform", play => play.Platform),
        new("shuffle", play => play.Shuffle),
        new("skipped", play => play.Skipped), new("offline", play => play.Offline),
    ];
}

public sealed record PlayListVariables(PlayFilter Filter, PlayOrder Order, PeriodInput Period, PlayDefinition Play)
{
    public string? After { get; init; }

    public bool IsFirst { get; init; } = true;
}

public sealed record PlayListData(PlayListUser? Me)
{
    public static readonly GraphQLOperation<PlayListVariables, PlayListData> Operation = new("History/PlayList");
}

public sealed record PlayListUser(ListedPage<ListedPlay> Plays);

public sealed record ListedPlay(
    ListedPlayTrack Track, DateTimeOffset EndedAt, int MsPlayed, PlaySource Source, Platform? Platform,
    bool? Shuffle, bool? Skipped, bool? Offline);

public sealed record ListedPlayTrack(string Name, ListedName Artist, ListedName? Album);
