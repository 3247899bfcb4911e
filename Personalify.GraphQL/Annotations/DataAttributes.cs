using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Personalify.GraphQL;

/// <summary>
/// An attribute that puts something around a field's resolver. They stand from the outside to the inside: <c>[UsePaging]</c>,
/// <c>[UseProjection]</c>, <c>[UseFiltering]</c>, <c>[UseSorting]</c>; another order is refused when the schema is built (HC0050).
/// </summary>
/// <param name="order">The line in which the attribute was written; the compiler gives it.</param>
public abstract class FieldMiddlewareAttribute(int order) : Attribute
{
    /// <summary>The attribute's place among those of its member.</summary>
    public int Order { get; } = order;
}

/// <summary>
/// Reads from a database only the columns that the client asked for, those of nested objects and lists included. The resolver
/// returns an <c>IQueryable&lt;T&gt;</c>; a <c>QueryContext&lt;T&gt;</c> has the same as its selector. Needs <c>AddProjections()</c>.
/// </summary>
/// <remarks>
/// A field whose resolver takes the parent object gets the whole of it, unless <c>[Parent("Id Name")]</c> says what it needs. Always
/// read are the unique key and what <see cref="IsProjectedAttribute"/> marks. A class that can neither be made without arguments nor
/// from its properties is read whole, and so are interfaces and unions.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseProjectionAttribute([CallerLineNumber] int order = 0) : FieldMiddlewareAttribute(order);

/// <summary>A projection reads this property even when nobody asks for it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IsProjectedAttribute : Attribute;

/// <summary>
/// Gives a list field the argument <c>where</c>, and returns only the items that meet it. The resolver returns an
/// <c>IQueryable&lt;T&gt;</c>, whose provider (a database) then does the work, or an <c>IEnumerable&lt;T&gt;</c>; or it takes a
/// <c>QueryContext&lt;T&gt;</c> and applies that itself. Needs <c>AddFiltering()</c>.
/// </summary>
/// <remarks>
/// The operators are Hot Chocolate's. Values reach a provider as parameters, never as text of a statement. How much one filter may
/// ask is bounded by <c>FilterOptions</c>; what exceeds it fails the field with <c>FILTER_TOO_COMPLEX</c>, a null where nothing can
/// be compared with null with <c>HC0026</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public class UseFilteringAttribute(Type? type = null, [CallerLineNumber] int order = 0) : FieldMiddlewareAttribute(order)
{
    /// <summary>The <c>FilterInputType&lt;T&gt;</c> that says by what may be filtered; <c>null</c> for the items' properties.</summary>
    public Type? Type { get; } = type;
}

/// <inheritdoc />
[SuppressMessage("Design", "CA1019", Justification = "The type argument is the base's Type.")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseFilteringAttribute<TFilter>([CallerLineNumber] int order = 0) : UseFilteringAttribute(typeof(TFilter), order);

/// <summary>
/// Gives a list field the argument <c>order</c>, and returns the items in that order. What the resolver returns is as for
/// <see cref="UseFilteringAttribute"/>. Needs <c>AddSorting()</c>.
/// </summary>
/// <remarks>
/// <c>order</c> is a list whose entries name one field each; more entries than <c>SortOptions</c> allows fail the field with
/// <c>ORDER_TOO_COMPLEX</c>. Whether nulls come first is the provider's custom.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public class UseSortingAttribute(Type? type = null, [CallerLineNumber] int order = 0) : FieldMiddlewareAttribute(order)
{
    /// <summary>The <c>SortInputType&lt;T&gt;</c> that says by what may be ordered; <c>null</c> for the items' properties.</summary>
    public Type? Type { get; } = type;
}

/// <inheritdoc />
[SuppressMessage("Design", "CA1019", Justification = "The type argument is the base's Type.")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseSortingAttribute<TSort>([CallerLineNumber] int order = 0) : UseSortingAttribute(typeof(TSort), order);
