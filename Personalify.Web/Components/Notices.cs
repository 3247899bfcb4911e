using Personalify.Web.Api;

namespace Personalify.Web.Components;

/// <summary>Nothing is there yet: what to do next, with the way to do it.</summary>
public sealed record EmptyModel(string Title, string Text, string? ActionText = null, string? ActionHref = null)
{
    /// <summary>It is all there is on the page, so its title is the page's.</summary>
    public bool IsWholePage { get; init; }
}

/// <summary>Something did not work: what happened, what still works, and how to try again.</summary>
public sealed record ProblemModel(string Title, string Text, string? StillWorks = null, string? RetryHref = null)
{
    /// <inheritdoc cref="EmptyModel.IsWholePage" />
    public bool IsWholePage { get; init; }

    /// <summary>On the way out; “Try again” when missing.</summary>
    public string? RetryText { get; init; }
}

/// <param name="Percent">0 to 100, or <c>null</c> while nobody can tell.</param>
public sealed record ProgressModel(string Label, int? Percent, string? Detail = null);

/// <summary>Links to a neighbouring page of a list; a missing one is the end.</summary>
public sealed record PagerModel(string Label, string? PreviousHref, string? NextHref, string? Position = null)
{
    /// <summary>The neighbours of a connection's page, at a path that reads <c>after</c> and <c>before</c>.</summary>
    public static PagerModel Of(string label, string path, PageInfo? page) => new(
        label,
        page is { HasPreviousPage: true, StartCursor: { } start } ? $"{path}?before={Uri.EscapeDataString(start)}" : null,
        page is { HasNextPage: true, EndCursor: { } end } ? $"{path}?after={Uri.EscapeDataString(end)}" : null);
}

/// <summary>A row of links of which one is current.</summary>
public sealed record PickerModel(string Label, IReadOnlyList<PickerOption> Options, bool IsSmall = false);

public sealed record PickerOption(string Text, string Href, bool IsCurrent);
