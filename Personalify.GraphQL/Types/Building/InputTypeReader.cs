using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads records and classes into input objects, and makes their instances.</summary>
internal sealed class InputTypeReader(TypeRegistry registry)
{
    private readonly InputFieldReader _fields = new(registry);

    public void Read(InputObjectType made, Type type)
    {
        var shown = registry.InputAnnotations.Of(type);
        if (InstanceShape.Of(type) is { } known && shown.Shown(known.Properties).Any(NamesUnknown) && registry.PutOff(() => Read(made, type))) return;
        made.IsOneOf = shown.FindInherited<OneOfAttribute>() is not null;
        var shape = InstanceShape.Of(type) ?? throw BuildErrors.NoConstructor(type);
        var members = new List<InputMember>();
        foreach (var member in shown.Shown(shape.Properties)) registry.Attempt(() => members.Add(ReadMember(made, member, shape)));
        made.Fields.AddRange(members.Select(member => member.Input.Field));
        made.CreateInstance = new InputInstanceFactory(type, shape, members).Create;
    }

    private bool NamesUnknown(AnnotatedMember member) => NamedTypes.IsUnknown(member.Find<GraphQLTypeAttribute>(), registry);

    private InputMember ReadMember(InputObjectType made, AnnotatedMember member, InstanceShape shape)
    {
        var property = (PropertyInfo)member.Member;
        var parameter = shape.ParameterOf(property);
        return new InputMember(_fields.Read(member, parameter, $"{made.Name}.{member.Name}"), property, parameter);
    }
}

/// <summary>An input field, and the constructor parameter or property that takes its value.</summary>
internal sealed record InputMember(BoundInput Input, PropertyInfo Property, ParameterInfo? Parameter);

/// <summary>Makes an instance from coerced field values. A property whose field is absent keeps what the class gives it.</summary>
internal sealed class InputInstanceFactory(Type type, InstanceShape shape, List<InputMember> members)
{
    private readonly InputMember?[] _arguments = [.. shape.Parameters.Select(parameter => members.Find(member => member.Parameter == parameter))];
    private readonly InputMember[] _properties = [.. members.Where(member => member.Parameter is null)];

    public object Create(IReadOnlyDictionary<string, object?> values)
    {
        var arguments = Array.ConvertAll(_arguments, member => member is null ? null : Read(member.Input, values));
        var instance = shape.Constructor is null
            ? Activator.CreateInstance(type)!
            : shape.Constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
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
