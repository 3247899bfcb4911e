using Personalify.Web.Api;

namespace Personalify.Web.Pages.Distributed;

/// <summary>The words for how node B stands.</summary>
public static class NodeWords
{
    private static readonly Texts Text = Texts.Of(typeof(NodeWords));

    public static string Of(NodeBState state) => state switch
    {
        NodeBState.NotConfigured => Text["Not set up"],
        NodeBState.Away => Text["Away"],
        NodeBState.Preparing => Text["Being prepared"],
        _ => Text["Up"],
    };

    public static string Of(ReplicationState state) => state switch
    {
        ReplicationState.NotConfigured => Text["Not set up"],
        ReplicationState.Preparing => Text["Being prepared"],
        ReplicationState.CatchingUp => Text["Catching up"],
        ReplicationState.Streaming => Text["Streaming"],
        ReplicationState.Stopped => Text["Stopped"],
        ReplicationState.SlotLost => Text["Changes were lost"],
        _ => Text["Must be filled anew"],
    };

    /// <summary>What the state of node B means for the pages.</summary>
    public static string Meaning(NodeBState state) => state switch
    {
        NodeBState.Away =>
            Text["The community’s figures and rows of node B’s tables are missing meanwhile. Everything else works, and node A keeps the changes for it."],
        NodeBState.Preparing =>
            Text["It answers, and what this version needs on it is being made. Until then figures and tables may be missing."],
        _ => Text["It answers and has all that is needed."],
    };

    /// <summary>What the state of the replication means.</summary>
    public static string Meaning(ReplicationState state) => state switch
    {
        ReplicationState.Preparing => Text["Node B does not follow node A yet."],
        ReplicationState.CatchingUp => Text["Node B follows and has not everything yet."],
        ReplicationState.Streaming => Text["Each change of node A is on node B within seconds."],
        ReplicationState.Stopped =>
            Text["Node B does not follow at the moment. Nothing is lost: node A keeps the changes for it, up to its limit."],
        _ => Text["Node B’s copies stay as they were. Node A has lost nothing, and fills node B anew when the Api is run with this command:"],
    };

    public static bool NeedsResync(ReplicationState state) => state is ReplicationState.SlotLost or ReplicationState.ResyncNeeded;

    /// <summary>The name of a comparison.</summary>
    public static string OfComparison(string key) => key switch
    {
        "eq" => Text["is"],
        "neq" => Text["is not"],
        "gt" => Text["is greater than"],
        "gte" => Text["is at least"],
        "lt" => Text["is less than"],
        "lte" => Text["is at most"],
        "contains" => Text["contains"],
        "starts" => Text["begins with"],
        "null" => Text["has no value"],
        _ => Text["has a value"],
    };
}
