namespace Personalify.GraphQL;

/// <summary>
/// This class is a directive: its properties are the arguments, its name without <c>Directive</c> or <c>Attribute</c> is the name, until
/// <see cref="GraphQLNameAttribute"/> says another. An attribute that carries this is a directive wherever it stands; an object of any other class
/// is applied by <c>descriptor.Directive(…)</c>.
/// </summary>
/// <remarks>A directive is part of the schema when it is applied, or added by <c>AddDirectiveType</c>, as those for operations must be.</remarks>
/// <param name="location">Where it may stand.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DirectiveTypeAttribute(DirectiveLocation location) : Attribute
{
    /// <summary>Where it may stand.</summary>
    public DirectiveLocation Location { get; } = location;

    /// <summary>Whether it may stand more than once at a place.</summary>
    public bool IsRepeatable { get; init; }
}
