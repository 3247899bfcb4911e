using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>The named periods as links, and two dates to choose any other.</summary>
public sealed record PeriodPickerModel(StatisticsQuery Query, string Path, Period Shown, Coverage Coverage)
{
    public bool IsChosen => Query.PeriodName == PeriodName.Chosen;

    public PickerModel Picker => new("Period",
    [
        Option("4 weeks", PeriodName.FourWeeks),
        Option("6 months", PeriodName.SixMonths),
        Option("Year", PeriodName.Year),
        Option("All", PeriodName.All),
    ]);

    /// <summary>What the form sends along with its two dates.</summary>
    public IEnumerable<(string Key, string Value)> Kept => Query.With(PeriodName.Year).Values;

    private PickerOption Option(string text, PeriodName name) => new(text, Query.With(name).Link(Path), Query.PeriodName == name);
}
