using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>The number first, then what it means, then how it moved.</summary>
public sealed record FigureModel(string Title, string Number, string? Unit = null)
{
    public string? Href { get; init; }

    public Trend? Trend { get; init; }

    /// <summary>What belongs to the number, where there is no trend or beside it.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<long> Spark { get; init; } = [];

    /// <summary>How much of the whole, 0 to 1, drawn as a thin bar.</summary>
    public double? Share { get; init; }
}
