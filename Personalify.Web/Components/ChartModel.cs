using Personalify.Web.Csv;

namespace Personalify.Web.Components;

/// <summary>A chart is its table: the script draws what the cells say, and without it the table is what one reads.</summary>
/// <param name="Description">What is shown, for those who do not see the drawing.</param>
/// <param name="LabelHeading">Over the first column: what a row is.</param>
/// <param name="Unit">Of the values on the axis.</param>
public sealed record ChartModel(string Description, string LabelHeading, string Unit, IReadOnlyList<ChartRow> Rows)
{
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>The table as a file.</summary>
    public CsvLink? Csv { get; init; }

    public bool HasParts => Rows.Any(row => row.Values[0]?.IsPart == true);
}

public sealed record ChartSeries(string Name, bool IsBefore = false);

/// <summary>One value for each series; <c>null</c> where a series has none.</summary>
public sealed record ChartRow(string Label, string AxisLabel, IReadOnlyList<ChartValue?> Values)
{
    public string? Href { get; init; }
}

/// <param name="IsPart">Of a part of its month only, so that it cannot be measured against the others.</param>
public sealed record ChartValue(double Value, string Text, bool IsPart = false);
