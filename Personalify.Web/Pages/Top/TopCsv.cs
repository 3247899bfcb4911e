using Personalify.Web.Api;
using Personalify.Web.Csv;

namespace Personalify.Web.Pages.Top;

/// <summary>A ranking as a file, from its first entry to its last.</summary>
public static class TopCsv
{
    public static CsvTable<TopRow> Of(PersonalifyClient client, TopListVariables list, CancellationToken cancellation)
    {
        var rows = CsvPages.ReadAsync(async after =>
        {
            var page = list with { After = after, IsFirst = after is null };
            return PageOf((await client.SendAsync(TopListData.Operation, page, cancellation)).Me!.Listening);
        }, cancellation);
        return list switch
        {
            { Tracks: true } => new("top-tracks", [Rank, new("track", row => row.Name), Artist, .. Figures], rows),
            { Artists: true } => new(
                "top-artists", [Rank, new("artist", row => row.Name), .. Figures, new("tracks", row => row.Tracks)], rows),
            _ => new("top-albums", [Rank, new("album", row => row.Name), Artist, .. Figures], rows),
        };
    }

    private static CsvColumn<TopRow> Rank { get; } = new("rank", row => row.Rank);

    private static CsvColumn<TopRow> Artist { get; } = new("artist", row => row.Artist);

    private static CsvColumn<TopRow>[] Figures { get; } =
        [new("plays", row => row.Plays), new("ms_played", row => row.MsPlayed), new("new", row => row.IsNew)];

    private static CsvPage<TopRow> PageOf(TopListListening listening) => listening switch
    {
        { TopTracks: { } tracks } => Page(
            tracks, top => new(top.Rank, top.Track.Name, top.Track.Artist.Name, top.Plays, top.MsPlayed, null, top.IsNew)),
        { TopArtists: { } artists } => Page(
            artists, top => new(top.Rank, top.Artist.Name, null, top.Plays, top.MsPlayed, top.Tracks, top.IsNew)),
        { TopAlbums: { } albums } => Page(
            albums, top => new(top.Rank, top.Album.Name, top.Album.Artist.Name, top.Plays, top.MsPlayed, null, top.IsNew)),
        _ => throw new ApiException("Top/List was answered without its list."),
    };

    private static CsvPage<TopRow> Page<T>(ListedPage<T> page, Func<T, TopRow> make)
        where T : class => new([.. (page.Nodes ?? []).Select(make)], page.PageInfo, page.TotalCount);
}

public sealed record TopRow(int Rank, string Name, string? Artist, int Plays, long MsPlayed, int? Tracks, bool IsNew);
