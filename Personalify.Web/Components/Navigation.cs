using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>Where one can go. The statistics pages hand the chosen period and definition on to each other.</summary>
public static class Navigation
{
    private static readonly Texts Text = Texts.Of(typeof(Navigation));

    /// <param name="statistics">What the links keep.</param>
    /// <param name="hasShows">Whether there are podcasts or audiobooks; without any, nothing leads to their page.</param>
    /// <param name="isConnected">Whether Spotify is connected; without, only the page leads there on which it is.</param>
    /// <param name="isAdministrator">Whether the pages of who administers this server are there, too.</param>
    public static NavigationItems Of(StatisticsQuery statistics, bool hasShows, bool isConnected, bool isAdministrator)
    {
        NavigationItem[] listening =
        [
            new("Overview", Text["Overview"], statistics.Link("/")),
            new("Top", Text["Top"], statistics.Link("/top/tracks")),
            new("History", Text["History"], statistics.Link("/history")),
            .. hasShows ? [new NavigationItem("Shows", Text["Shows"], statistics.Link("/shows"))] : Array.Empty<NavigationItem>(),
        ];
        var (top, community) = (listening[1], new NavigationItem("Community", Text["Community"], "/community"));
        var moods = new NavigationItem("Moods", Text["Moods"], statistics.Link("/moods"));
        NavigationItem[] synchronized =
        [
            new("Tops", Text["Tops at Spotify"], "/tops/artists"), new("Library", Text["Library"], "/library"),
            new("SyncHistory", Text["Sync history"], "/sync-history"),
        ];
        NavigationItem[] spotify = [.. isConnected ? synchronized : [], new("Spotify", Text["Spotify"], "/spotify")];
        NavigationItem[] own = [new("Imports", Text["Imports"], "/imports"), new("Settings", Text["Settings"], "/settings")];
        NavigationItem[] server = isAdministrator ? [new("Distributed", Text["Nodes"], "/distributed")] : [];
        var search = new NavigationItem("Search", Text["Search"], statistics.Link("/search"));
        var tab = new NavigationItem("Spotify", Text["Spotify"], spotify[0].Href);
        return new([.. listening, moods, community], spotify, [.. own, .. server], [.. listening, search, tab, .. own])
        {
            Shared =
            [
                new(top.Section, Text["Heard most"], [top, moods, community]), new(tab.Section, Text["From Spotify"], spotify),
                new(own[1].Section, Text["Account and server"], [own[1], .. server]),
            ],
        };
    }
}

/// <param name="Listening">What was listened to.</param>
/// <param name="Spotify">What came from Spotify, and the connection with it.</param>
/// <param name="Own">What belongs to the account, and to the server for who administers it.</param>
/// <param name="Tabs">On a phone: the search too, which the rail has as a field, and one for pages that lead to each other.</param>
public sealed record NavigationItems(
    IReadOnlyList<NavigationItem> Listening, IReadOnlyList<NavigationItem> Spotify, IReadOnlyList<NavigationItem> Own,
        IReadOnlyList<NavigationItem> Tabs)
{
    /// <summary>Pages for which one tab stands on a phone, and which lead to each other there.</summary>
    public required IReadOnlyList<SharedTab> Shared { get; init; }

    public SharedTab? FindShared(string? section) => Shared.FirstOrDefault(tab => tab.Items.Any(item => item.Section == section));
}

/// <param name="Section">Of the tab.</param>
/// <param name="Name">What the pages have in common.</param>
/// <param name="Items">The pages.</param>
public sealed record SharedTab(string Section, string Name, IReadOnlyList<NavigationItem> Items);

/// <param name="Section">By which the pages of it know it.</param>
public sealed record NavigationItem(string Section, string Name, string Href);
