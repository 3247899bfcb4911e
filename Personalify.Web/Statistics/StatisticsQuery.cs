using System.Globalization;
using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

/// <summary>
/// What a statistics page was asked to show, as its address says it. Anything unreadable in the address falls back to its default, and
/// defaults are left out of the links that are made from it.
/// </summary>
public sealed record StatisticsQuery(PeriodName PeriodName, DateOnly? From, DateOnly? To, PlayDefinition Play, TopOrder By)
{
    private static readonly Dictionary<string, PeriodName> Periods = new()
    {
        ["4w"] = PeriodName.FourWeeks, ["6m"] = PeriodName.SixMonths, ["1y"] = PeriodName.Year, ["all"] = PeriodName.All,
    };

    private static readonly Dictionary<string, PlayDefinition> Plays = new()
    {
        ["30s"] = PlayDefinition.ThirtySeconds, ["any"] = PlayDefinition.Any,
        ["half"] = PlayDefinition.HalfOrFourMinutes, ["finished"] = PlayDefinition.Finished,
    };

    public static StatisticsQuery Default { get; } = new(PeriodName.Year, null, null, PlayDefinition.ThirtySeconds, TopOrder.Time);

    public static StatisticsQuery Read(IQueryCollection query)
    {
        var (from, to) = (ReadDay(query["from"]), ReadDay(query["to"]));
        var isChosen = from is not null || to is not null;
        return new StatisticsQuery(
            isChosen ? PeriodName.Chosen : Periods.GetValueOrDefault($"{query["period"]}", Default.PeriodName),
            from,
            to,
            Plays.GetValueOrDefault($"{query["play"]}", Default.Play),
            $"{query["by"]}" == "plays" ? TopOrder.Plays : TopOrder.Time);
    }

    public StatisticsQuery With(PeriodName period) => this with { PeriodName = period, From = null, To = null };

    public StatisticsQuery With(DateOnly from, DateOnly to) => this with { PeriodName = PeriodName.Chosen, From = from, To = to };

    public string Link(string path, params (string Key, string Value)[] more)
    {
        var values = Values.Concat(more).Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2));
        return path + QueryString.Create(values);
    }

    /// <summary>What differs from the default, for links and for the hidden fields of a form.</summary>
    public IEnumerable<(string Key, string Value)> Values
    {
        get
        {
            if (From is { } from) yield return ("from", Format.Iso(from));
            if (To is { } to) yield return ("to", Format.Iso(to));
            foreach (var (key, period) in Periods) if (period == PeriodName && period != Default.PeriodName) yield return ("period", key);
            foreach (var (key, play) in Plays) if (play == Play && play != Default.Play) yield return ("play", key);
            if (By == TopOrder.Plays) yield return ("by", "plays");
        }
    }

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

public enum PeriodName { FourWeeks, SixMonths, Year, All, Chosen }
