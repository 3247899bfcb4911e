using Personalify.Web.Api;
using Personalify.Web.Csv;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Shows;

/// <summary>What the page ranks, in the words of its address.</summary>
public enum ShowKind { Podcasts, Episodes, Audiobooks }

/// <summary>One table of the page: podcasts, episodes or audiobooks, with the figures by which its heads order it.</summary>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Items">Over the column of episodes or chapters; null for episodes, which have none.</param>
public sealed record ShowTable(
    ShowKind Kind, string Heading, string? Items, int Total, IReadOnlyList<ShowRow> Rows, PageInfo Page)
{
    private static readonly Texts Text = Texts.Of(typeof(ShowTable));

    /// <summary>Those that were asked for and have something.</summary>
    public static IEnumerable<ShowTable> Of(ShowsListening listening)
    {
        var totals = listening.SpokenWord;
        if (listening.TopShows is { Nodes: { Count: > 0 } shows } showPage)
            yield return new(ShowKind.Podcasts, Text["Podcast"], Text["Episodes"], totals.Shows, [.. shows.Select(Row)], showPage.PageInfo);
        if (listening.TopEpisodes is { Nodes: { Count: > 0 } episodes } episodePage)
            yield return new(ShowKind.Episodes, Text["Episode"], null, totals.Episodes, [.. episodes.Select(Row)], episodePage.PageInfo);
        if (listening.TopAudiobooks is { Nodes: { Count: > 0 } books } bookPage)
            yield return new(ShowKind.Audiobooks, Text["Audiobook"], Text["Chapters"], totals.Audiobooks, [.. books.Select(Row)], bookPage.PageInfo);
    }

    public string Title => TitleOf(Kind);

    public string All => Kind switch
    {
        ShowKind.Podcasts => RankedLists.All(Total, "podcast", "podcasts"),
        ShowKind.Episodes => RankedLists.All(Total, "episode", "episodes"),
        _ => RankedLists.All(Total, "audiobook", "audiobooks"),
    };

    public static string TitleOf(ShowKind kind) => kind switch
    {
        ShowKind.Podcasts => Text["Podcasts"],
        ShowKind.Episodes => Text["Episodes"],
        _ => Text["Audiobooks"],
    };

    private static ShowRow Row(TopShow show) => new(show.Rank, show.Name, null, show.Plays, show.MsPlayed, show.Episodes);

    private static ShowRow Row(TopAudiobook book) => new(book.Rank, book.Name, null, book.Plays, book.MsPlayed, book.Chapters);

    private static ShowRow Row(TopEpisode episode) =>
        new(episode.Rank, episode.Episode.Name ?? Text["Unnamed episode"], episode.Episode.ShowName, episode.Plays, episode.MsPlayed, null)
        {
            Href = episode.Episode.SpotifyId is { } id ? $"https://open.spotify.com/episode/{id}" : null,
        };
}

/// <param name="Detail">The show of an episode.</param>
public sealed record ShowRow(int Rank, string Name, string? Detail, int Plays, long MsPlayed, int? Items)
{
    /// <summary>At Spotify, where its id is known.</summary>
    public string? Href { get; init; }
}

/// <summary>A table with its heads' links.</summary>
/// <param name="IsAlone">Whether no other table would be ordered by its heads as well.</param>
public sealed record ShowTableView(ShowTable Table, StatisticsQuery Query, string Path, CsvLink Csv, bool IsAlone)
{
    public string Id => Table.Kind.ToString().ToLowerInvariant();

    public string Order(TopOrder by) => (Query with { By = by }).Link(Path) + $"#{Id}";

    /// <summary>A ranking reads from the most down.</summary>
    public string? AriaOf(TopOrder by) => Query.By == by ? "descending" : null;
}
