using System.Reflection;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Directives that the schema's author has defined by classes, and where they stand.</summary>
internal sealed class DirectiveTypes(TypeRegistry registry)
{
    private readonly Dictionary<Type, DefinedDirective> _known = [];

    /// <summary>All that are added or applied, by name.</summary>
    public IEnumerable<DirectiveType> All => _known.Values.Select(directive => directive.Type).OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Each with the class that defines it.</summary>
    public IReadOnlyDictionary<Type, DefinedDirective> Known => _known;

    /// <summary>The directive that a class is.</summary>
    /// <exception cref="SchemaException">The class is none, or another directive has its name.</exception>
    public DefinedDirective Of(Type type)
    {
        if (_known.TryGetValue(type, out var known)) return known;
        var said = registry.InputAnnotations.Of(type);
        var marked = said.Find<DirectiveTypeAttribute>() ?? throw BuildErrors.NoDirective(type);
        var made = new DirectiveType(said.GivenName ?? NamingConventions.GetDirectiveName(type)) { Description = said.Description, IsRepeatable = marked.IsRepeatable };
        if (SpecifiedDirectives.Contains(made.Name) || CostDirectives.All.Any(each => each.Name == made.Name)) throw BuildErrors.ReservedDirective(made.Name, type);
        if (_known.Values.FirstOrDefault(each => each.Type.Name == made.Name) is { } other) throw BuildErrors.SameDirective(made.Name, other.ClrType, type);
        made.Locations.AddRange(Enum.GetValues<DirectiveLocation>().Where(each => each != DirectiveLocation.None && marked.Location.HasFlag(each)).Select(NamingConventions.GetLocationName));
        var directive = _known[type] = new DefinedDirective(type, made, marked.Location);
        directive.AddArguments(said, new InputFieldReader(registry));
        return directive;
    }

    /// <summary>Those that somebody has put on a place, as the schema shows them.</summary>
    /// <exception cref="SchemaException">One may not stand there, or has an argument that does not fit.</exception>
    public IReadOnlyList<DirectiveNode> On(DirectiveLocation location, string place, params IEnumerable<Annotated> said)
    {
        var applied = said.SelectMany(each => each.All<Attribute>()).Select(Applied).OfType<object>().Select(value => (Value: value, Directive: Of(value.GetType()))).ToList();
        foreach (var (_, directive) in applied)
        {
            if (!directive.Location.HasFlag(location)) throw BuildErrors.DirectiveElsewhere(place, directive.Type, NamingConventions.GetLocationName(location));
            if (!directive.Type.IsRepeatable && applied.Count(each => each.Directive == directive) > 1) throw BuildErrors.DirectiveTwice(place, directive.Type);
        }

        return [.. applied.Select(each => each.Directive.Write(each.Value, place))];
    }

    /// <summary>What kind of place the definition of a type is; scalars have their directives themselves.</summary>
    public static DirectiveLocation LocationOf(NamedType type) => type switch
    {
        ObjectType => DirectiveLocation.Object,
        InterfaceType => DirectiveLocation.Interface,
        UnionType => DirectiveLocation.Union,
        EnumType => DirectiveLocation.Enum,
        _ => DirectiveLocation.InputObject,
    };

    /// <summary>What a descriptor has applied, or an attribute that is a directive itself.</summary>
    private static object? Applied(Attribute attribute)
    {
        if (attribute is AppliedDirectiveAttribute applied) return applied.Directive;
        return attribute.GetType().IsDefined(typeof(DirectiveTypeAttribute), inherit: false) ? attribute : null;
    }
}

/// <summary>A directive and the class that defines it.</summary>
internal sealed record DefinedDirective(Type ClrType, DirectiveType Type, DirectiveLocation Location)
{
    private readonly List<(PropertyInfo Property, InputField Argument)> _arguments = [];

    public void AddArguments(AnnotatedType said, InputFieldReader reader)
    {
        foreach (var member in said.Shown(ClrMembers.OfObject(ClrType).OfType<PropertyInfo>()))
        {
            var argument = reader.Read(member, null, $"@{Type.Name}({member.Name}:)").Field;
            _arguments.Add(((PropertyInfo)member.Member, argument));
            Type.Arguments.Add(argument);
        }
    }

    /// <summary>The directive with the values of an object; what is what it would be anyway is left out.</summary>
    public DirectiveNode Write(object value, string place)
    {
        try
        {
            var arguments = _arguments.Select(each => (each.Argument.Name, Value: Literals.FromValue(each.Property.GetValue(value), each.Argument.Type), each.Argument));
            return Literals.Directive(Type.Name, [.. arguments.Where(each => !IsDefault(each.Value, each.Argument)).Select(each => (each.Name, each.Value))]);
        }
        catch (CoercionException error)
        {
            throw BuildErrors.WrongDirective(place, Type, error.Message);
        }
    }

    private static bool IsDefault(ValueNode value, InputField argument) =>
        argument.DefaultValue is { } known ? SyntaxPrinter.Print(known) == SyntaxPrinter.Print(value) : value is NullValueNode && !argument.IsRequired;
}
