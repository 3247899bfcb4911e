using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>How instances of a class are made of values from outside: by a constructor whose parameters are properties, and by what may be set.</summary>
internal sealed class InstanceShape
{
    private const BindingFlags PublicInstance = BindingFlags.Public | BindingFlags.Instance;

    private readonly Type _type;

    private InstanceShape(Type type, ConstructorInfo? constructor) => (_type, Constructor, Parameters) = (type, constructor, constructor?.GetParameters() ?? []);

    /// <summary>The public constructor with the most parameters of those whose every parameter is a property; a struct may have none.</summary>
    public ConstructorInfo? Constructor { get; }

    public ParameterInfo[] Parameters { get; }

    /// <summary>What the constructor takes, and what may be set: computed properties take no values.</summary>
    public IEnumerable<PropertyInfo> Properties => ClrMembers.OfObject(_type).OfType<PropertyInfo>()
        .Where(property => property.SetMethod is { IsPublic: true } || ParameterOf(property) is not null);

    /// <summary>The shape, or <c>null</c> when no constructor can be called.</summary>
    public static InstanceShape? Of(Type type)
    {
        var properties = type.GetProperties(PublicInstance);
        var usable = type.GetConstructors().Where(constructor =>
            constructor.GetParameters().All(parameter => Array.Exists(properties, property => Matches(parameter, property))));
        var found = usable.MaxBy(constructor => constructor.GetParameters().Length);
        return found is null && (!type.IsValueType || type.IsAbstract) ? null : new InstanceShape(type, found);
    }

    public ParameterInfo? ParameterOf(PropertyInfo property) => Array.Find(Parameters, parameter => Matches(parameter, property));

    private static bool Matches(ParameterInfo parameter, PropertyInfo property) =>
        parameter.ParameterType == property.PropertyType
        && string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);
}
