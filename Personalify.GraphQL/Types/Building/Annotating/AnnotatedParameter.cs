using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What is said about an argument.</summary>
internal sealed class AnnotatedParameter : Annotated
{
    private readonly XmlDocumentation? _documentation;
    private readonly string? _name;

    public AnnotatedParameter(Annotations annotations, ParameterInfo parameter)
        : base(parameter.GetCustomAttributes(), [])
    {
        (_documentation, Parameter) = (annotations.Documentation, parameter);
        Describe(annotations.Context, new ArgumentDescriptor(this), parameter);
    }

    /// <summary>An argument that is no parameter.</summary>
    public AnnotatedParameter(string name)
        : base([], []) => _name = name;

    /// <summary>The parameter, or <c>null</c> when there is none.</summary>
    public ParameterInfo? Parameter { get; }

    protected override string? Comment => Parameter is null ? null : _documentation?.Describe(Parameter);

    /// <summary>The name in GraphQL.</summary>
    public string Name => GivenName ?? (Parameter is null ? _name! : NamingConventions.GetArgumentName(Parameter));
}
