using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>
/// Says by what items of a type may be ordered, where the properties alone say too much or too little. Name it in
/// <c>[UseSorting(typeof(…))]</c>.
/// </summary>
/// <typeparam name="T">The items' type.</typeparam>
public abstract class SortInputType<T>
{
    /// <summary>Called once, when the schema is built.</summary>
    protected internal abstract void Configure(SortInputTypeDescriptor<T> descriptor);
}

/// <summary>Describes the order of a type.</summary>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class SortInputTypeDescriptor<T>
{
    internal SortInputTypeDescriptor()
    {
    }

    internal InputFields Fields { get; } = new();

    /// <summary>The name in GraphQL instead of <c>XSortInput</c>; two orders of one type need two names.</summary>
    public SortInputTypeDescriptor<T> Name(string name)
    {
        Fields.Name = name;
        return this;
    }

    /// <summary>The description in Markdown.</summary>
    public SortInputTypeDescriptor<T> Description(string description)
    {
        Fields.Description = description;
        return this;
    }

    /// <summary>Only the fields that are named here can be ordered by.</summary>
    public SortInputTypeDescriptor<T> BindFieldsExplicitly()
    {
        Fields.IsExplicit = true;
        return this;
    }

    /// <summary>A field: a property, or anything that can be computed from the item and that the store can compute too.</summary>
    public InputFieldDescriptor Field<TField>(Expression<Func<T, TField>> path) => Fields.Field(path);

    /// <summary>Leaves a property out.</summary>
    public SortInputTypeDescriptor<T> Ignore<TField>(Expression<Func<T, TField>> path)
    {
        Fields.Field(path).Ignore();
        return this;
    }
}
