using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <inheritdoc />
internal sealed class DescriptorContext(IServiceProvider? services) : IDescriptorContext, IServiceProvider
{
    public IServiceProvider Services => services ?? this;

    public IDictionary<string, object?> ContextData { get; } = new Dictionary<string, object?>();

    /// <summary>Where there are no services, none is found.</summary>
    object? IServiceProvider.GetService(Type serviceType) => null;
}

/// <inheritdoc />
internal sealed class ArgumentDescriptor(AnnotatedParameter argument) : IArgumentDescriptor
{
    public void Annotate(Attribute attribute) => argument.Annotate(attribute);
}

/// <inheritdoc />
internal sealed class ObjectFieldDescriptor(AnnotatedMember field) : IObjectFieldDescriptor
{
    public void Annotate(Attribute attribute) => field.Annotate(attribute);

    public IArgumentDescriptor Argument(string name) => new ArgumentDescriptor(field.Argument(name));
}

/// <summary>Also what objects have by the interface alone: a member that the CLR interface implements is resolved for them.</summary>
internal sealed class InterfaceFieldDescriptor(AnnotatedMember field) : IInterfaceFieldDescriptor, IObjectFieldDescriptor
{
    public void Annotate(Attribute attribute) => field.Annotate(attribute);

    public IArgumentDescriptor Argument(string name) => new ArgumentDescriptor(field.Argument(name));
}

/// <inheritdoc />
internal sealed class InputMemberDescriptor(AnnotatedMember field) : IInputFieldDescriptor
{
    public void Annotate(Attribute attribute) => field.Annotate(attribute);
}

/// <inheritdoc />
internal sealed class EnumValueDescriptor(AnnotatedMember value) : IEnumValueDescriptor
{
    public void Annotate(Attribute attribute) => value.Annotate(attribute);
}

/// <inheritdoc />
internal sealed class ObjectTypeDescriptor(AnnotatedType type) : IObjectTypeDescriptor
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IObjectFieldDescriptor Field(string name) => new ObjectFieldDescriptor(type.Find(name) ?? type.Further(name));

    public IObjectFieldDescriptor Field(MemberInfo member) => new ObjectFieldDescriptor(type.Name(member));
}

/// <inheritdoc />
internal sealed class InterfaceTypeDescriptor(AnnotatedType type) : IInterfaceTypeDescriptor
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IInterfaceFieldDescriptor Field(string name) => new InterfaceFieldDescriptor(type.Find(name) ?? throw BuildErrors.NoSuchField(type.Type, name));

    public IInterfaceFieldDescriptor Field(MemberInfo member) => new InterfaceFieldDescriptor(type.Name(member));
}

/// <inheritdoc />
internal sealed class InputObjectTypeDescriptor(AnnotatedType type) : IInputObjectTypeDescriptor
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IInputFieldDescriptor Field(string name) => new InputMemberDescriptor(type.Find(name) ?? throw BuildErrors.NoSuchField(type.Type, name));

    public IInputFieldDescriptor Field(PropertyInfo property) => new InputMemberDescriptor(type.Name(property));
}

/// <inheritdoc />
internal sealed class UnionTypeDescriptor(AnnotatedType type) : IUnionTypeDescriptor
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);
}

/// <inheritdoc />
internal sealed class EnumTypeDescriptor(AnnotatedType type) : IEnumTypeDescriptor
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IEnumValueDescriptor Value(object value)
    {
        var member = value.GetType() == type.Type ? Enum.GetName(type.Type, value) : null;
        return new EnumValueDescriptor(type.Name(type.Type.GetField(member ?? throw BuildErrors.NoSuchValue(type.Type, value))!));
    }
}
