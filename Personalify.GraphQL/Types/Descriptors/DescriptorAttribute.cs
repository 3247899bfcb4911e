using System.Reflection;

namespace Personalify.GraphQL.Types;

/// <summary>
/// An attribute that says several things at once, by a descriptor. Derive from one of the classes below for the place that yours stands on;
/// it runs once, when the schema is built. Hot Chocolate's names.
/// </summary>
public abstract class DescriptorAttribute : Attribute
{
    /// <summary>
    /// The attribute's place among those of its member, where that matters: middleware stands from the outside to the inside. Have the compiler
    /// give the line: <c>public UseUpperCaseAttribute([CallerLineNumber] int order = 0) => Order = order;</c>
    /// </summary>
    public int Order { get; set; }

    /// <summary>Configures a descriptor of the kind that the attribute is made for; leaves others alone.</summary>
    protected internal abstract void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element);
}

/// <summary>Describes the field of an object type that a property or method is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public abstract class ObjectFieldDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IObjectFieldDescriptor field && element is MemberInfo member) OnConfigure(context, field, member);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member);
}

/// <summary>Describes the object type that a class is, or that the class extends.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public abstract class ObjectTypeDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IObjectTypeDescriptor type && element is Type clrType) OnConfigure(context, type, clrType);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IObjectTypeDescriptor descriptor, Type type);
}

/// <summary>Describes the field of an interface that a property or method is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public abstract class InterfaceFieldDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IInterfaceFieldDescriptor field && element is MemberInfo member) OnConfigure(context, field, member);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IInterfaceFieldDescriptor descriptor, MemberInfo member);
}

/// <summary>Describes the GraphQL interface that a class or interface is.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
public abstract class InterfaceTypeDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IInterfaceTypeDescriptor type && element is Type clrType) OnConfigure(context, type, clrType);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IInterfaceTypeDescriptor descriptor, Type type);
}

/// <summary>Describes the union that a class or interface is.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
public abstract class UnionTypeDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IUnionTypeDescriptor type && element is Type clrType) OnConfigure(context, type, clrType);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IUnionTypeDescriptor descriptor, Type type);
}
