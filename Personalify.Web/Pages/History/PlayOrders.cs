using Personalify.Web.Api;

namespace Personalify.Web.Pages.History;

/// <summary>The orders of a list of plays, as the address and the switch name them.</summary>
public static class PlayOrders
{
    public static IReadOnlyList<(string Key, string Name, PlayOrder Order)> All { get; } =
    [
        ("newest", "Newest", PlayOrder.NewestFirst),
        ("oldest", "Oldest", PlayOrder.OldestFirst),
        ("longest", "Longest", PlayOrder.LongestFirst),
    ];

    public static string KeyOf(PlayOrder order) => All.First(entry => entry.Order == order).Key;

    public static IReadOnlyDictionary<string, PlayOrder> ByKey { get; } = All.ToDictionary(entry => entry.Key, entry => entry.Order);

    /// <summary>A day reads from its morning on, anything longer from its end.</summary>
    public static PlayOrder Usual(bool isOneDay) => isOneDay ? PlayOrder.OldestFirst : PlayOrder.NewestFirst;
}
