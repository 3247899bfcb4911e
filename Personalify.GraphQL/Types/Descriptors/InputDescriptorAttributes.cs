using System.Reflection;

namespace Personalify.GraphQL.Types;

/// <summary>Describes the argument that a parameter is.</summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public abstract class ArgumentDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IArgumentDescriptor argument && element is ParameterInfo parameter) OnConfigure(context, argument, parameter);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IArgumentDescriptor descriptor, ParameterInfo parameter);
}

/// <summary>Describes the field of an input object that a property is; on a record's parameter, that of the property it makes.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public abstract class InputFieldDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IInputFieldDescriptor field && element is MemberInfo member) OnConfigure(context, field, member);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IInputFieldDescriptor descriptor, MemberInfo member);
}

/// <summary>Describes the input object that a class is.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public abstract class InputObjectTypeDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IInputObjectTypeDescriptor type && element is Type clrType) OnConfigure(context, type, clrType);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IInputObjectTypeDescriptor descriptor, Type type);
}

/// <summary>Describes the enum that a CLR enum is.</summary>
[AttributeUsage(AttributeTargets.Enum, AllowMultiple = true)]
public abstract class EnumTypeDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IEnumTypeDescriptor type && element is Type clrType) OnConfigure(context, type, clrType);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IEnumTypeDescriptor descriptor, Type type);
}

/// <summary>Describes the value that a member of a CLR enum is.</summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
public abstract class EnumValueDescriptorAttribute : DescriptorAttribute
{
    /// <inheritdoc />
    protected internal sealed override void TryConfigure(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (descriptor is IEnumValueDescriptor value && element is FieldInfo field) OnConfigure(context, value, field);
    }

    /// <summary>Says what the attribute means.</summary>
    protected abstract void OnConfigure(IDescriptorContext context, IEnumValueDescriptor descriptor, FieldInfo field);
}
