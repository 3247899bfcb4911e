using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>Where one can go. The statistics pages hand the chosen period and definition on to each other.</summary>
public static class Navigation
{
    public static (IReadOnlyList<NavigationItem> Listening, IReadOnlyList<NavigationItem> Own) Of(StatisticsQuery statistics) =>
    (
        [
            new("Overview", statistics.Link("/")),
            new("Top", statistics.Link("/top/tracks")),
            new("History", statistics.Link("/history")),
        ],
        [new("Imports", "/imports"), new("Settings", "/settings")]
    );
}

public sealed record NavigationItem(string Name, string Href);
