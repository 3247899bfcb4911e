namespace Personalify.GraphQL;

/// <summary>What holds for every connection whose <see cref="UsePagingAttribute"/> does not say otherwise.</summary>
public sealed class PagingOptions
{
    /// <summary>How many items when neither <c>first</c> nor <c>last</c> is given. Default: 10.</summary>
    public int DefaultPageSize { get; set; } = 10;

    /// <summary>The most that may be asked for at once. Default: 50.</summary>
    public int MaxPageSize { get; set; } = 50;

    /// <summary>Whether connections offer <c>totalCount</c>. Default: no.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>Whether connections offer <c>nodes</c> beside <c>edges</c>. Default: yes.</summary>
    public bool IncludeNodesField { get; set; } = true;

    /// <summary>Whether lists may be read from their end by <c>last</c> and <c>before</c>. Default: yes.</summary>
    public bool AllowBackwardPagination { get; set; } = true;

    /// <summary>Whether clients must say how many items they want. Default: no.</summary>
    public bool RequirePagingBoundaries { get; set; }

    /// <summary>
    /// Whether a connection is named by its field, such as <c>TopTracksConnection</c>; otherwise by its items, such as
    /// <c>TrackConnection</c>. Default: yes.
    /// </summary>
    public bool InferConnectionNameFromField { get; set; } = true;
}
