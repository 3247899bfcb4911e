namespace Personalify.Web.Api;

/// <summary>Which page of a connection to ask for.</summary>
public sealed record PageVariables(int? First, string? After, int? Last, string? Before)
{
    /// <summary>The page behind a cursor, or before one, or the first page.</summary>
    public static PageVariables Of(int size, string? after, string? before) =>
        before is null ? new PageVariables(size, after, null, null) : new PageVariables(null, null, size, before);
}
