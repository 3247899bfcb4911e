using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>What a <see cref="FilterInputType{T}"/> or <see cref="SortInputType{T}"/> says about its fields.</summary>
internal sealed class InputFields
{
    private readonly List<InputFieldDescriptor> _fields = [];

    public string? Name { get; set; }

    public string? Description { get; set; }

    /// <summary>Whether only the fields that were named are there.</summary>
    public bool IsExplicit { get; set; }

    /// <summary>The fields that were named, in that order.</summary>
    public IReadOnlyList<InputFieldDescriptor> Fields => _fields;

    public InputFieldDescriptor Field(LambdaExpression path)
    {
        var known = _fields.Find(field => IsSamePath(field.Path, path));
        if (known is null) _fields.Add(known = new InputFieldDescriptor(path));
        return known;
    }

    private static bool IsSamePath(LambdaExpression one, LambdaExpression other) =>
        one.Body is MemberExpression { Expression: ParameterExpression } first
        && other.Body is MemberExpression { Expression: ParameterExpression } second
        && first.Member == second.Member;
}

/// <summary>One field of a filter or sort input.</summary>
public sealed class InputFieldDescriptor
{
    internal InputFieldDescriptor(LambdaExpression path) => Path = path;

    internal LambdaExpression Path { get; }

    internal string? GivenName { get; private set; }

    internal string? GivenDescription { get; private set; }

    internal bool IsIgnored { get; private set; }

    /// <summary>The name in GraphQL. What is computed, such as <c>track => track.Name.Length</c>, must have one.</summary>
    public InputFieldDescriptor Name(string name)
    {
        GivenName = name;
        return this;
    }

    /// <summary>The description in Markdown.</summary>
    public InputFieldDescriptor Description(string description)
    {
        GivenDescription = description;
        return this;
    }

    /// <summary>Leaves the field out.</summary>
    public InputFieldDescriptor Ignore()
    {
        IsIgnored = true;
        return this;
    }
}
