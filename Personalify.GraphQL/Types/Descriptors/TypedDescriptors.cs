using System.Linq.Expressions;
using System.Reflection;

namespace Personalify.GraphQL.Types;

/// <inheritdoc cref="IObjectTypeDescriptor" />
/// <typeparam name="T">The class of the objects.</typeparam>
public interface IObjectTypeDescriptor<T> : IObjectTypeDescriptor
{
    /// <summary>The field that a property or method is: <c>book => book.Title</c>.</summary>
    /// <exception cref="SchemaException">The expression names no member.</exception>
    IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> member);
}

/// <inheritdoc cref="IInterfaceTypeDescriptor" />
/// <typeparam name="T">The class or interface.</typeparam>
public interface IInterfaceTypeDescriptor<T> : IInterfaceTypeDescriptor
{
    /// <summary>The field that a property or method is.</summary>
    /// <exception cref="SchemaException">The expression names no member.</exception>
    IInterfaceFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> member);
}

/// <inheritdoc cref="IInputObjectTypeDescriptor" />
/// <typeparam name="T">The class.</typeparam>
public interface IInputObjectTypeDescriptor<T> : IInputObjectTypeDescriptor
{
    /// <summary>The field that a property is.</summary>
    /// <exception cref="SchemaException">The expression names no property.</exception>
    IInputFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> property);
}

/// <inheritdoc cref="IEnumTypeDescriptor" />
/// <typeparam name="T">The CLR enum.</typeparam>
public interface IEnumTypeDescriptor<in T> : IEnumTypeDescriptor
    where T : struct, Enum
{
    /// <summary>The value of a member of the CLR enum.</summary>
    IEnumValueDescriptor Value(T value);
}

/// <inheritdoc />
internal sealed class ObjectTypeDescriptor<T>(IObjectTypeDescriptor type) : IObjectTypeDescriptor<T>
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IObjectFieldDescriptor Field(string name) => type.Field(name);

    public IObjectFieldDescriptor Field(MemberInfo member) => type.Field(member);

    public IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> member) => type.Field(MemberExpressions.Find(member));
}

/// <inheritdoc />
internal sealed class InterfaceTypeDescriptor<T>(IInterfaceTypeDescriptor type) : IInterfaceTypeDescriptor<T>
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IInterfaceFieldDescriptor Field(string name) => type.Field(name);

    public IInterfaceFieldDescriptor Field(MemberInfo member) => type.Field(member);

    public IInterfaceFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> member) => type.Field(MemberExpressions.Find(member));
}

/// <inheritdoc />
internal sealed class InputObjectTypeDescriptor<T>(IInputObjectTypeDescriptor type) : IInputObjectTypeDescriptor<T>
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IInputFieldDescriptor Field(string name) => type.Field(name);

    public IInputFieldDescriptor Field(PropertyInfo property) => type.Field(property);

    public IInputFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> property) => type.Field(MemberExpressions.FindProperty(property));
}

/// <inheritdoc />
internal sealed class EnumTypeDescriptor<T>(IEnumTypeDescriptor type) : IEnumTypeDescriptor<T>
    where T : struct, Enum
{
    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IEnumValueDescriptor Value(object value) => type.Value(value);

    public IEnumValueDescriptor Value(T value) => type.Value(value);
}
