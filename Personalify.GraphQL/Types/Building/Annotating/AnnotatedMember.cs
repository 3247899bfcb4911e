using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What is said about a member, as a member of one type.</summary>
internal sealed class AnnotatedMember : Annotated
{
    private readonly Annotations _annotations;
    private readonly AnnotatedType _type;
    private readonly string? _name;
    private readonly Dictionary<ParameterInfo, AnnotatedParameter> _parameters = [];
    private readonly List<AnnotatedParameter> _arguments = [];

    public AnnotatedMember(Annotations annotations, AnnotatedType type, MemberInfo member)
        : this(annotations, type, member, Attributes(member))
    {
        Describe(annotations.Context, annotations.DescriptorOf(this), member);
    }

    /// <summary>A field that is no member of the type.</summary>
    public AnnotatedMember(Annotations annotations, AnnotatedType type, string name)
        : base([], []) => (_annotations, _type, _name) = (annotations, type, name);

    private AnnotatedMember(Annotations annotations, AnnotatedType type, MemberInfo member, (IEnumerable<Attribute> Own, IEnumerable<Attribute> Inherited) attributes)
        : base(attributes.Own, attributes.Inherited) => (_annotations, _type, Declared) = (annotations, type, member);

    /// <summary>The type's member; <c>null</c> for a further field.</summary>
    public MemberInfo? Declared { get; }

    /// <summary>The type whose member it is.</summary>
    public AnnotatedType Type => _type;

    /// <summary>The member, or what resolves a field that is none.</summary>
    /// <exception cref="SchemaException">Nothing resolves it.</exception>
    public MemberInfo Member => Declared ?? Source;

    /// <summary>What is called for the field's value.</summary>
    /// <exception cref="SchemaException">Nothing resolves it.</exception>
    public MemberInfo Source => Find<ResolverAttribute>()?.Member ?? Declared ?? throw BuildErrors.NoResolver(_type.Type, _name!);

    /// <summary>The function that resolves the field, or <c>null</c> when it is a member of a class.</summary>
    public Delegate? Function => Find<ResolverAttribute>()?.Function;

    /// <summary>Whether the field has what resolves it from somewhere else.</summary>
    public bool IsResolvedElsewhere => Has<ResolverAttribute>();

    /// <summary>The name in GraphQL.</summary>
    public string Name => GivenName ?? Declared switch
    {
        null => _name!,
        FieldInfo value => NamingConventions.GetEnumValueName(value),
        _ => NamingConventions.GetFieldName(Declared),
    };

    /// <summary>Arguments that somebody has described, and that are no parameters.</summary>
    public IReadOnlyList<AnnotatedParameter> FurtherArguments => _arguments;

    protected override string? Comment => (Find<ResolverAttribute>()?.Member ?? Declared) is { } member ? _annotations.Documentation?.Describe(member) : null;

    /// <summary>What is said about a parameter.</summary>
    public AnnotatedParameter Parameter(ParameterInfo parameter)
    {
        if (_parameters.TryGetValue(parameter, out var known)) return known;
        known = _parameters[parameter] = new AnnotatedParameter(_annotations, parameter);
        if (_arguments.Find(argument => argument.Name == known.Name) is { } described) Merge(known, described);
        return known;
    }

    /// <summary>The argument of a name.</summary>
    public AnnotatedParameter Argument(string name)
    {
        var parameters = (Declared as MethodInfo)?.GetParameters() ?? [];
        if (parameters.Select(Parameter).FirstOrDefault(parameter => parameter.Name == name) is { } own) return own;
        var known = _arguments.Find(argument => argument.Name == name);
        if (known is null) _arguments.Add(known = new AnnotatedParameter(name));
        return known;
    }

    /// <summary>What was said about an argument before it was known which parameter it is.</summary>
    private void Merge(AnnotatedParameter parameter, AnnotatedParameter described)
    {
        foreach (var attribute in described.All<Attribute>()) parameter.Annotate(attribute);
        _arguments.Remove(described);
    }

    /// <summary>Whether a member carries an attribute, for those who read objects and not schemas.</summary>
    public static bool Carries<T>(MemberInfo member)
        where T : Attribute => Attributes(member).Own.OfType<T>().Any();

    private static (IEnumerable<Attribute> Own, IEnumerable<Attribute> Inherited) Attributes(MemberInfo member)
    {
        var (own, inherited) = Read(member);
        var positional = PositionalParameter(member)?.GetCustomAttributes(inherit: false).OfType<Attribute>() ?? [];
        return (positional.Concat(own), inherited);
    }

    /// <summary>What stands on a parameter of a record counts for the property that it makes, so that positional records need no <c>property:</c> in front of each.</summary>
    private static ParameterInfo? PositionalParameter(MemberInfo member)
    {
        if (member is not PropertyInfo { DeclaringType: { } type } property || !ClrTypes.IsRecord(type)) return null;
        var parameters = type.GetConstructors().SelectMany(constructor => constructor.GetParameters());
        return parameters.FirstOrDefault(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType);
    }
}
