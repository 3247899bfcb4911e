using Personalify.Web.Api;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

public sealed record RankedListModel(IReadOnlyList<RankedEntry> Entries)
{
    /// <summary>It is what the page is about, and may take all of it.</summary>
    public bool IsLong { get; init; }

    /// <summary>On a later page of a list the numbers go on.</summary>
    public int FirstRank => Entries is [var first, ..] ? first.Rank : 1;
}

/// <param name="Share">Of the first entry's value, 0 to 1.</param>
public sealed record RankedEntry(int Rank, string Name, string Value, double Share)
{
    public required string Href { get; init; }

    public string? Detail { get; init; }

    /// <summary>The place of the name that the detail is, where it is one.</summary>
    public string? DetailHref { get; init; }

    /// <summary>The plays that the value counts.</summary>
    public string? ValueHref { get; init; }

    /// <summary>Who gave the name.</summary>
    public NameSource NameSource { get; init; }

    /// <summary>Whose initials the cover shows.</summary>
    public required string CoverName { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>Missing where nothing can be compared.</summary>
    public Movement? Movement { get; init; }
}
