using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

/// <summary>The form that chooses two runs. A chosen run that is older than the list stands in it all the same.</summary>
public sealed record SyncChoiceModel(IReadOnlyList<SyncRunChoice> Runs, string From, string To, Viewer Viewer)
{
    public static SyncChoiceModel Of(IReadOnlyList<SyncRunChoice> runs, SyncComparison compared, Viewer viewer) => new(
        [.. runs.Concat([compared.From, compared.To]).DistinctBy(run => run.Id).OrderByDescending(run => run.StartedAt)],
        compared.From.Id, compared.To.Id, viewer);

    /// <summary>By its minute; more exactly where another run began in the same minute, or even second.</summary>
    public string NameOf(SyncRunChoice run) =>
        IsAlone(run, Format.DayAndTime) ? Written(run, Format.DayAndTime)
        : IsAlone(run, Format.DayAndSecond) ? Written(run, Format.DayAndSecond)
        : Written(run, Format.DayAndInstant);

    private bool IsAlone(SyncRunChoice run, Func<DateTimeOffset, string> format) =>
        Runs.All(other => other.Id == run.Id || Written(other, format) != Written(run, format));

    private string Written(SyncRunChoice run, Func<DateTimeOffset, string> format) => format(Viewer.InZone(run.StartedAt));
}
