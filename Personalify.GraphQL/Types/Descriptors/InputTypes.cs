namespace Personalify.GraphQL.Types;

/// <summary>Describes the input object of a class. Specification: 3.10 Input Objects.</summary>
/// <typeparam name="T">The class; it may be an output too, which is described apart.</typeparam>
public abstract class InputObjectType<T> : TypeDefinition
{
    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override bool IsInput => true;

    internal sealed override Attribute Kind => new InputObjectTypeAttribute();

    /// <summary>Says what the type is. Called once, when the schema is built.</summary>
    protected abstract void Configure(IInputObjectTypeDescriptor<T> descriptor);

    internal sealed override void Configure(IDescriptor descriptor) => Configure(new InputObjectTypeDescriptor<T>((IInputObjectTypeDescriptor)descriptor));
}

/// <summary>Describes the enum that a CLR enum is. Specification: 3.9 Enums.</summary>
/// <typeparam name="T">The CLR enum.</typeparam>
public abstract class EnumType<T> : TypeDefinition
    where T : struct, Enum
{
    internal sealed override Type RuntimeType => typeof(T);

    /// <summary>Says what the type is. Called once, when the schema is built.</summary>
    protected abstract void Configure(IEnumTypeDescriptor<T> descriptor);

    internal sealed override void Configure(IDescriptor descriptor) => Configure(new EnumTypeDescriptor<T>((IEnumTypeDescriptor)descriptor));
}

/// <inheritdoc cref="DescribedObjectType{T}" />
internal sealed class DescribedInputObjectType<T>(Action<IInputObjectTypeDescriptor<T>> configure) : InputObjectType<T>
{
    internal override bool IsMadeByFunction => true;

    protected override void Configure(IInputObjectTypeDescriptor<T> descriptor) => configure(descriptor);
}

/// <inheritdoc cref="DescribedObjectType{T}" />
internal sealed class DescribedEnumType<T>(Action<IEnumTypeDescriptor<T>> configure) : EnumType<T>
    where T : struct, Enum
{
    internal override bool IsMadeByFunction => true;

    protected override void Configure(IEnumTypeDescriptor<T> descriptor) => configure(descriptor);
}
