using Personalify.Web.Api;

namespace Personalify.Web.Pages.History;

/// <summary>The orders of a list of plays, as the address and the switch name them.</summary>
public static class PlayOrders
{
    private static readonly Texts Text = Texts.Of(typeof(PlayOrders));

    public static IReadOnlyDictionary<string, PlayOrder> ByKey { get; } = new Dictionary<string, PlayOrder>
    {
        ["newest"] = PlayOrder.NewestFirst, ["oldest"] = PlayOrder.OldestFirst, ["longest"] = PlayOrder.LongestFirst,
    };

    public static string KeyOf(PlayOrder order) => ByKey.First(entry => entry.Value == order).Key;

    public static string NameOf(PlayOrder order) => order switch
    {
        PlayOrder.NewestFirst => Text["Newest"],
        PlayOrder.OldestFirst => Text["Oldest"],
        _ => Text["Longest"],
    };

    /// <summary>A day reads from its morning on, anything longer from its end.</summary>
    public static PlayOrder Usual(bool isOneDay) => isOneDay ? PlayOrder.OldestFirst : PlayOrder.NewestFirst;
}
