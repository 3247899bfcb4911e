using System.Reflection;

namespace Personalify.GraphQL.Types;

/// <summary>
/// Says something about one place of the schema: a type, a field, an argument, a value. Whatever an attribute can say there, a descriptor can
/// too, and it is read the same way; what is said last wins. The methods are extensions of these interfaces, with Hot Chocolate's names.
/// </summary>
public interface IDescriptor
{
    /// <summary>Says what this attribute would say if it stood there. All other methods of descriptors are ways to write this shorter.</summary>
    void Annotate(Attribute attribute);
}

/// <summary>What the schema is built with, for those who describe it.</summary>
public interface IDescriptorContext
{
    /// <summary>The application's services; empty where a schema is built without any.</summary>
    IServiceProvider Services { get; }

    /// <summary>Whatever attributes want to tell each other while the schema is built.</summary>
    IDictionary<string, object?> ContextData { get; }
}

/// <summary>Describes a part of a type: a field, an argument, a value.</summary>
public interface IMemberDescriptor : IDescriptor;

/// <summary>Describes something with a type of its own: a field or an argument.</summary>
public interface ITypedDescriptor : IMemberDescriptor;

/// <summary>Describes an argument or a field of an input object.</summary>
public interface IInputDescriptor : ITypedDescriptor;

/// <summary>Describes an argument. Specification: 3.6.1 Field Arguments.</summary>
public interface IArgumentDescriptor : IInputDescriptor;

/// <summary>Describes a field of an input object. Specification: 3.10 Input Objects.</summary>
public interface IInputFieldDescriptor : IInputDescriptor;

/// <summary>Describes a value of an enum. Specification: 3.9 Enums.</summary>
public interface IEnumValueDescriptor : IMemberDescriptor;

/// <summary>Describes a field of an object or an interface.</summary>
public interface IOutputFieldDescriptor : ITypedDescriptor
{
    /// <summary>
    /// The argument of that name in GraphQL: a parameter of the member, or else one that only middleware and <see cref="IResolverContext"/>
    /// see, which then needs a type.
    /// </summary>
    IArgumentDescriptor Argument(string name);
}

/// <summary>Describes a field of an interface. Specification: 3.7 Interfaces.</summary>
public interface IInterfaceFieldDescriptor : IOutputFieldDescriptor;

/// <summary>Describes a field of an object type. Specification: 3.6 Objects.</summary>
public interface IObjectFieldDescriptor : IOutputFieldDescriptor;

/// <summary>Describes a type with fields.</summary>
public interface IFieldsDescriptor : IDescriptor;

/// <summary>Describes an enum. Specification: 3.9 Enums.</summary>
public interface IEnumTypeDescriptor : IDescriptor
{
    /// <summary>The value of a member of the CLR enum.</summary>
    /// <exception cref="SchemaException">The enum has no such member.</exception>
    IEnumValueDescriptor Value(object value);
}

/// <summary>Describes an input object. Specification: 3.10 Input Objects.</summary>
public interface IInputObjectTypeDescriptor : IFieldsDescriptor
{
    /// <summary>The field of that name in GraphQL.</summary>
    /// <exception cref="SchemaException">The class has no property that is that field.</exception>
    IInputFieldDescriptor Field(string name);

    /// <summary>The field that a property of the class is.</summary>
    IInputFieldDescriptor Field(PropertyInfo property);
}

/// <summary>Describes a union. Specification: 3.8 Unions.</summary>
public interface IUnionTypeDescriptor : IDescriptor;

/// <summary>Describes an interface. Specification: 3.7 Interfaces.</summary>
public interface IInterfaceTypeDescriptor : IFieldsDescriptor
{
    /// <summary>The field of that name in GraphQL.</summary>
    /// <exception cref="SchemaException">The type has no member that is that field.</exception>
    IInterfaceFieldDescriptor Field(string name);

    /// <summary>The field that a property or method of the type is.</summary>
    IInterfaceFieldDescriptor Field(MemberInfo member);
}

/// <summary>Describes an object type. Specification: 3.6 Objects.</summary>
public interface IObjectTypeDescriptor : IFieldsDescriptor
{
    /// <summary>The field of that name in GraphQL; when no member of the class is that field, a further one, which needs a resolver.</summary>
    IObjectFieldDescriptor Field(string name);

    /// <summary>The field that a property or method is: of the class itself, or of another one, whose member is then a further field.</summary>
    IObjectFieldDescriptor Field(MemberInfo member);
}
