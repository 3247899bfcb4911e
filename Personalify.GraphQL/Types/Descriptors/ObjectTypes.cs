namespace Personalify.GraphQL.Types;

/// <summary>Describes the object type of a class. Specification: 3.6 Objects.</summary>
/// <remarks>
/// Its fields are the class's own, as without the description, until <c>BindFieldsExplicitly</c> or <c>Ignore</c> says otherwise; further ones
/// follow after them.
/// </remarks>
/// <typeparam name="T">The class. As a root (<c>AddQueryType</c>), its static members count as well.</typeparam>
public abstract class ObjectType<T> : TypeDefinition
{
    internal sealed override Type RuntimeType => typeof(T);

    /// <summary>Says what the type is. Called once, when the schema is built.</summary>
    protected abstract void Configure(IObjectTypeDescriptor<T> descriptor);

    internal sealed override void Configure(IDescriptor descriptor) => Configure(new ObjectTypeDescriptor<T>((IObjectTypeDescriptor)descriptor));
}

/// <summary>
/// Says more about the object type of a class that something else makes part of the schema. Several may say something about one type; they are asked
/// in the order of their registration.
/// </summary>
/// <typeparam name="T">The class, or one of the classes of a root.</typeparam>
public abstract class ObjectTypeExtension<T> : ObjectType<T>
{
    internal sealed override bool IsListed => false;
}

/// <summary>Describes the GraphQL interface that a class or interface is. Specification: 3.7 Interfaces.</summary>
/// <typeparam name="T">The class or interface; classes that derive from it implement it.</typeparam>
public abstract class InterfaceType<T> : TypeDefinition
{
    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override Attribute Kind => new InterfaceTypeAttribute();

    /// <summary>Says what the type is. Called once, when the schema is built.</summary>
    protected abstract void Configure(IInterfaceTypeDescriptor<T> descriptor);

    internal sealed override void Configure(IDescriptor descriptor) => Configure(new InterfaceTypeDescriptor<T>((IInterfaceTypeDescriptor)descriptor));
}

/// <summary>Describes the union that a class or interface stands for. Specification: 3.8 Unions.</summary>
/// <typeparam name="T">The class or interface; classes that derive from it are its members, and those that <c>Type</c> names.</typeparam>
public abstract class UnionType<T> : TypeDefinition
{
    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override Attribute Kind => new UnionTypeAttribute();

    /// <summary>Says what the type is. Called once, when the schema is built.</summary>
    protected abstract void Configure(IUnionTypeDescriptor descriptor);

    internal sealed override void Configure(IDescriptor descriptor) => Configure((IUnionTypeDescriptor)descriptor);
}

/// <summary>A type that a function describes. See <c>AddObjectType</c> and its like.</summary>
internal sealed class DescribedObjectType<T>(Action<IObjectTypeDescriptor<T>> configure) : ObjectType<T>
{
    internal override bool IsMadeByFunction => true;

    protected override void Configure(IObjectTypeDescriptor<T> descriptor) => configure(descriptor);
}

/// <inheritdoc cref="DescribedObjectType{T}" />
internal sealed class DescribedObjectTypeExtension<T>(Action<IObjectTypeDescriptor<T>> configure) : ObjectTypeExtension<T>
{
    internal override bool IsMadeByFunction => true;

    protected override void Configure(IObjectTypeDescriptor<T> descriptor) => configure(descriptor);
}

/// <inheritdoc cref="DescribedObjectType{T}" />
internal sealed class DescribedUnionType<T>(Action<IUnionTypeDescriptor> configure) : UnionType<T>
{
    internal override bool IsMadeByFunction => true;

    protected override void Configure(IUnionTypeDescriptor descriptor) => configure(descriptor);
}

/// <inheritdoc cref="DescribedObjectType{T}" />
internal sealed class DescribedInterfaceType<T>(Action<IInterfaceTypeDescriptor<T>> configure) : InterfaceType<T>
{
    internal override bool IsMadeByFunction => true;

    protected override void Configure(IInterfaceTypeDescriptor<T> descriptor) => configure(descriptor);
}
