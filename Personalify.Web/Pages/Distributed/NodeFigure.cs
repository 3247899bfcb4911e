using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.Distributed;

/// <summary>A figure of the replication, and what it means.</summary>
public sealed record NodeFigure(string Name, string Value, string Meaning)
{
    private const int MostCounted = 100_000;
    private static readonly Texts Text = Texts.Of(typeof(NodeFigure));

    /// <summary>What could not be read is left out.</summary>
    public static IEnumerable<NodeFigure> Of(ReplicationView replication)
    {
        if (replication.LagBytes is { } bytes)
            yield return new(Text["Behind"], Format.Bytes(bytes), Text["log that node A has written and node B has not confirmed"]);
        if (replication.LagSeconds is { } seconds)
            yield return new(Text["Waiting for"], Format.Duration((long)(seconds * 1000)), Text["so long the oldest of it has waited"]);
        if (replication.RetainedBytes is { } retained)
            yield return new(Text["Kept for node B"], Format.Bytes(retained), Text["log on node A’s disk that node B may still ask for"]);
        if (replication.RemainingBytes is { } remaining)
            yield return new(Text["Room left"], Format.Bytes(remaining),
                Text["when so much more is written, node A keeps no more and node B has to be filled anew"]);
        if (replication.CopyingTables is > 0 and { } tables)
            yield return new(Text["Tables being copied"], Format.Number(tables), Text["for the first time"]);
        if (replication.WaitingRows is { } rows)
            yield return new(Text["Plays not in the figures"], Counted(rows), Text["have arrived and come with the next refresh"]);
    }

    private static string Counted(int rows) => rows < MostCounted ? Format.Number(rows) : Text["{0} or more", Format.Number(rows)];
}
