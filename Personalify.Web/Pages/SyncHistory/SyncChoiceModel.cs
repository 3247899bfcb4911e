using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

/// <summary>The form that chooses two runs. A chosen run that is older than the list stands in it all the same.</summary>
public sealed record SyncChoiceModel(IReadOnlyList<SyncRunChoice> Runs, string From, string To, Viewer Viewer)
{
    public static SyncChoiceModel Of(IReadOnlyList<SyncRunChoice> runs, SyncComparison compared, Viewer viewer) => new(
        [.. runs.Concat([compared.From, compared.To]).DistinctBy(run => run.Id).OrderByDescending(run => run.StartedAt)],
        compared.From.Id, compared.To.Id, viewer);

    /// <summary>By its minute; by its second where another run began in the same minute.</summary>
    public string NameOf(SyncRunChoice run)
    {
        var name = MinuteOf(run);
        return Runs.Any(other => other.Id != run.Id && MinuteOf(other) == name) ? Format.DayAndSecond(Viewer.InZone(run.StartedAt)) : name;
    }

    private string MinuteOf(SyncRunChoice run) => Format.DayAndTime(Viewer.InZone(run.StartedAt));
}
