namespace Personalify.GraphQL.Types.Building;

/// <summary>Which kind of GraphQL type something is said about: one class may be both an output and an input.</summary>
internal enum AnnotationRole
{
    /// <summary>Objects, interfaces, unions and enums.</summary>
    Output,

    /// <summary>Input objects.</summary>
    Input,
}

/// <summary>What is said about the types of one schema, whoever says it. Each type is asked for once, when it is first met.</summary>
internal sealed class Annotations(TypeSources sources, IDescriptorContext context, AnnotationRole role, XmlDocumentation? documentation)
{
    private readonly Dictionary<Type, AnnotatedType> _types = [];

    public IDescriptorContext Context => context;

    /// <summary>What doc comments say, or <c>null</c> where nobody asks them.</summary>
    public XmlDocumentation? Documentation => documentation;

    public AnnotatedType Of(Type type)
    {
        if (_types.TryGetValue(type, out var known)) return known;
        known = _types[type] = new AnnotatedType(this, type);
        known.Describe([.. sources.Definitions.Where(definition => definition.RuntimeType == type && definition.IsInput == (role == AnnotationRole.Input))]);
        return known;
    }

    /// <summary>Of which kind somebody says that the type is, in the role that is asked about.</summary>
    public TypeAttribute? KindOf(AnnotatedType type) =>
        type.All<TypeAttribute>().LastOrDefault(kind => kind is InputObjectTypeAttribute == (role == AnnotationRole.Input));

    /// <summary>Whether the CLR type itself, not only a base of it, is a GraphQL interface.</summary>
    public bool IsInterface(Type type) => Of(type).Has<InterfaceTypeAttribute>();

    /// <summary>Whether somebody says that the class is an input object.</summary>
    public bool IsInputObject(Type type) => Of(type).FindInherited<InputObjectTypeAttribute>() is not null || Of(type).FindInherited<OneOfAttribute>() is not null;

    /// <summary>The interfaces that a class declares through its bases and CLR interfaces, transitive ones included.</summary>
    public IEnumerable<Type> InterfacesOf(Type type)
    {
        var found = type.GetInterfaces().ToList();
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType) found.Add(parent);
        return found.Where(IsInterface).OrderBy(each => each.FullName, StringComparer.Ordinal);
    }

    public IDescriptor DescriptorOf(AnnotatedType type)
    {
        if (role == AnnotationRole.Input) return new InputObjectTypeDescriptor(type);
        if (type.Type.IsEnum) return new EnumTypeDescriptor(type);
        if (type.Has<InterfaceTypeAttribute>()) return new InterfaceTypeDescriptor(type);
        return type.Has<UnionTypeAttribute>() ? new UnionTypeDescriptor(type) : new ObjectTypeDescriptor(type);
    }

    public IDescriptor DescriptorOf(AnnotatedMember member)
    {
        if (role == AnnotationRole.Input) return new InputMemberDescriptor(member);
        if (member.Type.Type.IsEnum) return new EnumValueDescriptor(member);
        return member.Type.Has<InterfaceTypeAttribute>() ? new InterfaceFieldDescriptor(member) : new ObjectFieldDescriptor(member);
    }
}
