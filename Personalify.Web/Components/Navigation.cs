using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>Where one can go. The statistics pages hand the chosen period and definition on to each other.</summary>
public static class Navigation
{
    /// <param name="hasShows">Whether there are podcasts or audiobooks; without any, nothing leads to their page.</param>
    public static NavigationItems Of(StatisticsQuery statistics, bool hasShows)
    {
        NavigationItem[] listening =
        [
            new("Overview", statistics.Link("/")),
            new("Top", statistics.Link("/top/tracks")),
            new("History", statistics.Link("/history")),
            .. hasShows ? [new NavigationItem("Shows", statistics.Link("/shows"))] : Array.Empty<NavigationItem>(),
        ];
        NavigationItem[] own = [new("Imports", "/imports"), new("Settings", "/settings")];
        return new(listening, own, [.. listening, new("Search", statistics.Link("/search")), .. own]);
    }
}

/// <param name="Listening">What was listened to.</param>
/// <param name="Own">What belongs to the account.</param>
/// <param name="Tabs">All of them, and the search, which the rail has as a field.</param>
public sealed record NavigationItems(
    IReadOnlyList<NavigationItem> Listening, IReadOnlyList<NavigationItem> Own, IReadOnlyList<NavigationItem> Tabs);

public sealed record NavigationItem(string Name, string Href);
