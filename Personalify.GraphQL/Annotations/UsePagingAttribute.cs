using System.Runtime.CompilerServices;

namespace Personalify.GraphQL;

/// <summary>What <see cref="UsePagingAttribute"/> and <see cref="UseConnectionAttribute"/> have in common. What is not set follows <see cref="PagingOptions"/>.</summary>
public abstract class PagingAttribute : FieldMiddlewareAttribute
{
    private static readonly PagingOptions Defaults = new();

    private protected PagingAttribute(int order)
        : base(order)
    {
    }

    /// <summary>How many items when neither <c>first</c> nor <c>last</c> is given.</summary>
    public int DefaultPageSize
    {
        get => DefaultPageSizeOrNull ?? Defaults.DefaultPageSize;
        init => DefaultPageSizeOrNull = value;
    }

    /// <summary>The most that may be asked for.</summary>
    public int MaxPageSize
    {
        get => MaxPageSizeOrNull ?? Defaults.MaxPageSize;
        init => MaxPageSizeOrNull = value;
    }

    /// <summary>Whether the list may be read from its end by <c>last</c> and <c>before</c>.</summary>
    public bool AllowBackwardPagination
    {
        get => AllowBackwardPaginationOrNull ?? Defaults.AllowBackwardPagination;
        init => AllowBackwardPaginationOrNull = value;
    }

    /// <summary>Whether clients must say how many items they want.</summary>
    public bool RequirePagingBoundaries
    {
        get => RequirePagingBoundariesOrNull ?? Defaults.RequirePagingBoundaries;
        init => RequirePagingBoundariesOrNull = value;
    }

    internal int? DefaultPageSizeOrNull { get; private init; }

    internal int? MaxPageSizeOrNull { get; private init; }

    internal bool? AllowBackwardPaginationOrNull { get; private init; }

    internal bool? RequirePagingBoundariesOrNull { get; private init; }
}

/// <summary>
/// Makes a field a connection: the engine adds <c>first</c>, <c>after</c>, <c>last</c>, <c>before</c> and the types
/// <c>…Connection</c> and <c>…Edge</c>. The resolver returns an ordered <c>IQueryable&lt;T&gt;</c>, of which only the page is read, or
/// a list in memory; or it takes a <see cref="PagingArguments"/> and returns the <see cref="Page{T}"/> or
/// <see cref="Connection{T}"/> itself.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute([CallerLineNumber] int order = 0) : PagingAttribute(order)
{
    private static readonly PagingOptions Defaults = new();

    /// <summary>Whether the connection offers <c>totalCount</c>.</summary>
    public bool IncludeTotalCount
    {
        get => IncludeTotalCountOrNull ?? Defaults.IncludeTotalCount;
        init => IncludeTotalCountOrNull = value;
    }

    /// <summary>The name before <c>Connection</c>, instead of the field's name.</summary>
    public string? ConnectionName { get; init; }

    internal bool? IncludeTotalCountOrNull { get; private init; }
}

/// <summary>
/// Makes a field a connection of the author's own: the engine adds <c>first</c>, <c>after</c>, <c>last</c>, <c>before</c> and checks them, and the
/// resolver takes them as <see cref="PagingArguments"/> and returns an object of a class whose fields the connection has, such as sums over the
/// whole list beside its edges.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseConnectionAttribute([CallerLineNumber] int order = 0) : PagingAttribute(order);
