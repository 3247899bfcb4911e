using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>
/// Says by what items of a type may be filtered, where the properties alone say too much or too little. Name it in
/// <c>[UseFiltering(typeof(…))]</c>.
/// </summary>
/// <typeparam name="T">The items' type.</typeparam>
public abstract class FilterInputType<T>
{
    /// <summary>Called once, when the schema is built.</summary>
    protected internal abstract void Configure(FilterInputTypeDescriptor<T> descriptor);
}

/// <summary>Describes the filter of a type.</summary>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class FilterInputTypeDescriptor<T>
{
    internal FilterInputTypeDescriptor()
    {
    }

    internal InputFields Fields { get; } = new();

    internal bool HasAnd { get; private set; } = true;

    internal bool HasOr { get; private set; } = true;

    /// <summary>The name in GraphQL instead of <c>XFilterInput</c>; two filters of one type need two names.</summary>
    public FilterInputTypeDescriptor<T> Name(string name)
    {
        Fields.Name = name;
        return this;
    }

    /// <summary>The description in Markdown.</summary>
    public FilterInputTypeDescriptor<T> Description(string description)
    {
        Fields.Description = description;
        return this;
    }

    /// <summary>Only the fields that are named here can be filtered by.</summary>
    public FilterInputTypeDescriptor<T> BindFieldsExplicitly()
    {
        Fields.IsExplicit = true;
        return this;
    }

    /// <summary>A field: a property, or anything that can be computed from the item and that the store can compute too.</summary>
    public InputFieldDescriptor Field<TField>(Expression<Func<T, TField>> path) => Fields.Field(path);

    /// <summary>Leaves a property out.</summary>
    public FilterInputTypeDescriptor<T> Ignore<TField>(Expression<Func<T, TField>> path)
    {
        Fields.Field(path).Ignore();
        return this;
    }

    /// <summary>Whether there is a field <c>and</c>.</summary>
    public FilterInputTypeDescriptor<T> AllowAnd(bool allow = true)
    {
        HasAnd = allow;
        return this;
    }

    /// <summary>Whether there is a field <c>or</c>.</summary>
    public FilterInputTypeDescriptor<T> AllowOr(bool allow = true)
    {
        HasOr = allow;
        return this;
    }
}
