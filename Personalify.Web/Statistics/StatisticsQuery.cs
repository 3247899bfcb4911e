using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

/// <summary>What a statistics page was asked to show, as its address says it. Links that are made from it leave defaults out.</summary>
public sealed record StatisticsQuery(PeriodName PeriodName, DateOnly? From, DateOnly? To, PlayDefinition Play, TopOrder By)
{
    private static readonly Texts Text = Texts.Of(typeof(StatisticsQuery));

    private static readonly Dictionary<string, PlayDefinition> Plays = new()
    {
        ["30s"] = PlayDefinition.ThirtySeconds, ["any"] = PlayDefinition.Any,
        ["half"] = PlayDefinition.HalfOrFourMinutes, ["finished"] = PlayDefinition.Finished,
    };

    private static readonly Dictionary<string, TopOrder> Orders = new() { ["time"] = TopOrder.Time, ["plays"] = TopOrder.Plays };

    public static StatisticsQuery Default { get; } = new(PeriodName.Year, null, null, PlayDefinition.ThirtySeconds, TopOrder.Time);

    /// <exception cref="AddressException">Something in the address cannot be read.</exception>
    public static StatisticsQuery Read(IQueryCollection query)
    {
        var (from, to) = (AddressText.Day(query, "from"), AddressText.Day(query, "to"));
        var asked = Default with
        {
            Play = AddressText.OneOf(query, "play", Plays, Default.Play),
            By = AddressText.OneOf(query, "by", Orders, Default.By),
        };
        if (from is null && to is null) return asked.Named($"{query["period"]}");
        if (query.ContainsKey("period")) throw AddressException.Of("period", $"{query["period"]}", Text["The address names days as well; one of both says what is shown."]);
        if (from > to) throw AddressException.Of("from", Format.Iso(from.Value), Text["It lies after {0}, the last day that is asked for.", Format.Iso(to!.Value)]);
        return asked with { PeriodName = PeriodName.Chosen, From = from, To = to };
    }

    public StatisticsQuery With(PeriodName period) => this with { PeriodName = period, From = null, To = null };

    public StatisticsQuery With(DateOnly from, DateOnly to) => this with { PeriodName = PeriodName.Chosen, From = from, To = to };

    /// <summary>The same of another period, by its number where it is a month or year of the calendar.</summary>
    public StatisticsQuery At(Period period) => With(period.From, period.To) with
    {
        PeriodName = period.IsCalendarMonth || period.IsCalendarYear ? PeriodName.Calendar : PeriodName.Chosen,
    };

    public string Link(string path, params (string Key, string Value)[] more)
    {
        var values = Values.Concat(more).Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2));
        return path + QueryString.Create(values);
    }

    /// <summary>What differs from the default, for links and for the hidden fields of a form.</summary>
    public IEnumerable<(string Key, string Value)> Values => [.. PeriodValues, .. OtherValues];

    private IEnumerable<(string Key, string Value)> PeriodValues
    {
        get
        {
            if (PeriodName == Default.PeriodName) yield break;
            if (PeriodName == PeriodName.Calendar) yield return ("period", new Period(From!.Value, To!.Value).CalendarKey);
            else if (PeriodName != PeriodName.Chosen) yield return ("period", PeriodNames.KeyOf(PeriodName));
            else
            {
                if (From is { } from) yield return ("from", Format.Iso(from));
                if (To is { } to) yield return ("to", Format.Iso(to));
            }
        }
    }

    private IEnumerable<(string Key, string Value)> OtherValues
    {
        get
        {
            foreach (var (key, play) in Plays) if (play == Play && play != Default.Play) yield return ("play", key);
            foreach (var (key, by) in Orders) if (by == By && by != Default.By) yield return ("by", key);
        }
    }

    private StatisticsQuery Named(string text)
    {
        if (text.Length == 0) return With(Default.PeriodName);
        if (PeriodNames.Find(text) is { } name) return With(name);
        return AddressText.CalendarPeriod(text) is { } period ? At(period) : throw AddressException.Of("period", text, PeriodNames.Known);
    }
}
