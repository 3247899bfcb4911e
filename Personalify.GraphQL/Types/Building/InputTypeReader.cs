using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads records and classes into input objects, and makes their instances.</summary>
internal sealed class InputTypeReader(TypeRegistry registry)
{
    private const BindingFlags PublicInstance = BindingFlags.Public | BindingFlags.Instance;
    private readonly InputFieldReader _fields = new(registry);

    public void Read(InputObjectType made, Type type)
    {
        made.IsOneOf = registry.InputAnnotations.Of(type).FindInherited<OneOfAttribute>() is not null;
        var constructor = FindConstructor(type);
        var parameters = constructor?.GetParameters() ?? [];
        var members = new List<InputMember>();
        foreach (var property in Properties(type, parameters)) registry.Attempt(() => members.Add(ReadMember(made, property, parameters)));
        made.Fields.AddRange(members.Select(member => member.Input.Field));
        made.CreateInstance = new InputInstanceFactory(type, constructor, parameters, members).Create;
    }

    private InputMember ReadMember(InputObjectType made, AnnotatedMember member, ParameterInfo[] parameters)
    {
        var property = (PropertyInfo)member.Member;
        var parameter = Array.Find(parameters, each => Matches(each, property));
        return new InputMember(_fields.Read(member, parameter, $"{made.Name}.{member.Name}"), property, parameter);
    }

    /// <summary>What the constructor takes, and what may be set: computed properties are no inputs.</summary>
    private IEnumerable<AnnotatedMember> Properties(Type type, ParameterInfo[] parameters)
    {
        var properties = ClrMembers.OfObject(type).OfType<PropertyInfo>();
        var taken = properties.Where(property => IsSettable(property) || Array.Exists(parameters, parameter => Matches(parameter, property)));
        return registry.InputAnnotations.Of(type).Shown(taken);
    }

    private static bool IsSettable(PropertyInfo property) => property.SetMethod is { IsPublic: true };

    /// <summary>
    /// The public constructor with the most parameters of those whose every parameter is a property; a struct may have none.
    /// </summary>
    private static ConstructorInfo? FindConstructor(Type type)
    {
        var properties = type.GetProperties(PublicInstance);
        var usable = type.GetConstructors().Where(constructor =>
            constructor.GetParameters().All(parameter => Array.Exists(properties, property => Matches(parameter, property))));
        var found = usable.MaxBy(constructor => constructor.GetParameters().Length);
        return found is not null || type.IsValueType ? found : throw BuildErrors.NoConstructor(type);
    }

    private static bool Matches(ParameterInfo parameter, PropertyInfo property) =>
        parameter.ParameterType == property.PropertyType
        && string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An input field, and the constructor parameter or property that takes its value.</summary>
internal sealed record InputMember(BoundInput Input, PropertyInfo Property, ParameterInfo? Parameter);

/// <summary>Makes an instance from coerced field values. A property whose field is absent keeps what the class gives it.</summary>
internal sealed class InputInstanceFactory(Type type, ConstructorInfo? constructor, ParameterInfo[] parameters, List<InputMember> members)
{
    private readonly InputMember?[] _arguments = [.. parameters.Select(parameter => members.Find(member => member.Parameter == parameter))];
    private readonly InputMember[] _properties = [.. members.Where(member => member.Parameter is null)];

    public object Create(IReadOnlyDictionary<string, object?> values)
    {
        var arguments = Array.ConvertAll(_arguments, member => member is null ? null : Read(member.Input, values));
        var instance = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
        foreach (var member in _properties)
        {
            if (values.TryGetValue(member.Input.Field.Name, out var value))
                member.Property.SetValue(instance, value, BindingFlags.DoNotWrapExceptions, null, null, null);
        }

        return instance;
    }

    private static object? Read(BoundInput input, IReadOnlyDictionary<string, object?> values) =>
        values.TryGetValue(input.Field.Name, out var value) ? value : input.Absent;
}
