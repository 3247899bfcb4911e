using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

/// <summary>The form that chooses two runs. A chosen run that is older than the list stands in it all the same.</summary>
public sealed record SyncChoiceModel(IReadOnlyList<SyncRunChoice> Runs, string From, string To, Viewer Viewer)
{
    public static SyncChoiceModel Of(IReadOnlyList<SyncRunChoice> runs, SyncComparison compared, Viewer viewer) => new(
        [.. runs.Concat([compared.From, compared.To]).DistinctBy(run => run.Id).OrderByDescending(run => run.StartedAt)],
        compared.From.Id, compared.To.Id, viewer);

    public string NameOf(SyncRunChoice run) => Format.DayAndTime(Viewer.InZone(run.StartedAt));
}
