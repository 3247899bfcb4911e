using System.Globalization;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>The named periods as links, two dates to choose any other, and a step back or on by the period's own length.</summary>
public sealed record PeriodPickerModel(StatisticsQuery Query, string Path, ShownPeriod Shown, Coverage Coverage)
{
    private static readonly Texts Text = Texts.Of(typeof(PeriodPickerModel));

    // Those that have a place beside the menu on a wide screen.
    private static readonly PeriodName[] Frequent = [PeriodName.FourWeeks, PeriodName.SixMonths, PeriodName.Year, PeriodName.All];

    public PickerModel Picker => new(Text["Period"],
        [.. PeriodNames.Rolling.Where(entry => Frequent.Contains(entry.Name)).Select(entry => Option(entry.Name, entry.Text))]);

    /// <summary>Every named period, by kind.</summary>
    public IEnumerable<PickerModel> Menu =>
    [
        new(Text["Up to the end of the history"], [.. PeriodNames.Rolling.Select(entry => Option(entry.Name, entry.Text))]),
        new(Text["By the calendar"], [.. PeriodNames.OfCalendar.Select(entry => Option(entry.Name, entry.Text))]),
        new(Text["Year"], [.. Coverage.Years.Select(Year)]),
    ];

    public bool IsInMenuOnly => !Frequent.Contains(Query.PeriodName);

    public string CurrentText => Menu.SelectMany(kind => kind.Options).FirstOrDefault(option => option.IsCurrent)?.Text ?? Shown.Title;

    public string? PreviousHref => Shown.Previous is { } period ? Query.At(period).Link(Path) : null;

    public string? NextHref => Shown.Next is { } period ? Query.At(period).Link(Path) : null;

    /// <summary>What the form sends along with its two dates.</summary>
    public IEnumerable<(string Key, string Value)> Kept => Query.With(PeriodName.Year).Values;

    private PickerOption Option(PeriodName name, string text) => new(text, Query.With(name).Link(Path), Query.PeriodName == name);

    private PickerOption Year(int year)
    {
        var query = Query.At(Period.OfYear(year));
        return new(year.ToString(CultureInfo.InvariantCulture), query.Link(Path), query == Query);
    }
}
