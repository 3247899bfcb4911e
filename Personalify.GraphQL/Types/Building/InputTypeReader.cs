using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads records and classes into input objects, and makes their instances.</summary>
internal sealed class InputTypeReader(TypeRegistry registry)
{
    private readonly InputFieldReader _fields = new(registry);

    public void Read(InputObjectType made, Type type)
    {
        made.IsOneOf = registry.InputAnnotations.Of(type).FindInherited<OneOfAttribute>() is not null;
        var shape = InstanceShape.Of(type) ?? throw BuildErrors.NoConstructor(type);
        AnnotatedMember?[] unread = [.. registry.InputAnnotations.Of(type).Shown(shape.Properties)];
        Read(made, shape, unread, new InputMember?[unread.Length], members => new InputInstanceFactory(type, shape, members).Create);
    }

    /// <summary>
    /// Reads the members that it can. Those that name a type of which nothing is known yet are read when nothing else is left to read.
    /// </summary>
    private void Read(
        InputObjectType made, InstanceShape shape, AnnotatedMember?[] unread, InputMember?[] read,
        Func<List<InputMember>, Func<IReadOnlyDictionary<string, object?>, object>> factory)
    {
        Read(made, shape, unread, read, member => !NamesUnknown(member));
        if (Array.Exists(unread, member => member is not null) && registry.PutOff(() => Read(made, shape, unread, read, factory))) return;
        Read(made, shape, unread, read, _ => true);
        var members = read.OfType<InputMember>().ToList();
        made.Fields.AddRange(members.Select(member => member.Input.Field));
        made.CreateInstance = factory(members);
    }

    private void Read(
        InputObjectType made, InstanceShape shape, AnnotatedMember?[] unread, InputMember?[] read, Predicate<AnnotatedMember> mayBeRead)
    {
        for (var i = 0; i < unread.Length; i++)
        {
            if (unread[i] is not { } member || !mayBeRead(member)) continue;
            (var place, unread[i]) = (i, null);
            registry.Attempt(() => read[place] = ReadMember(made, member, shape));
        }
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
