using System.Runtime.CompilerServices;

namespace Personalify.GraphQL;

/// <summary>The members of this class are fields of the query root. Many classes may carry it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>The members of this class are fields of the mutation root. Many classes may carry it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>
/// The members of this class are fields of the subscription root: methods marked with <see cref="SubscribeAttribute"/>, and methods that
/// return an <c>IAsyncEnumerable&lt;T&gt;</c> of the field's own values. Many classes may carry it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>Says of which kind the GraphQL type of a class, interface or enum is, and perhaps its name.</summary>
public abstract class TypeAttribute : Attribute
{
    private protected TypeAttribute(string? name) => Name = name;

    /// <summary>The name in GraphQL, or <c>null</c> for the one that the naming rules give.</summary>
    public string? Name { get; }
}

/// <summary>This class is an object type; with it a class is part of the schema even when nothing returns it.</summary>
/// <param name="name">The name in GraphQL, or <c>null</c> for the one that the naming rules give.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ObjectTypeAttribute(string? name = null) : TypeAttribute(name);

/// <summary>
/// The members of this static class are further fields of the object type of <typeparamref name="T"/>; they win over its
/// properties.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : Attribute
{
    /// <summary>
    /// Public properties of <typeparamref name="T"/> that are no fields, for classes that cannot carry attributes themselves.
    /// </summary>
    public string[] IgnoreProperties { get; init; } = [];
}

/// <summary>This class or interface is a GraphQL interface; classes that derive from it implement it.</summary>
/// <param name="name">The name in GraphQL, or <c>null</c> for the one that the naming rules give.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class InterfaceTypeAttribute(string? name = null) : TypeAttribute(name);

/// <summary>This class or interface is a union of the classes that derive from it.</summary>
/// <param name="name">The name in GraphQL, or <c>null</c> for the one that the naming rules give.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class UnionTypeAttribute(string? name = null) : TypeAttribute(name);

/// <summary>This enum is part of the schema even when nothing uses it.</summary>
/// <param name="name">The name in GraphQL, or <c>null</c> for the one that the naming rules give.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class EnumTypeAttribute(string? name = null) : TypeAttribute(name);

/// <summary>This class is an input object even when nothing uses it.</summary>
/// <param name="name">The name in GraphQL, or <c>null</c> for the one that the naming rules give.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InputObjectTypeAttribute(string? name = null) : TypeAttribute(name);

/// <summary>Exactly one field of this input object must be given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The name in GraphQL, instead of the one that the naming rules would give.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>The description in Markdown that the schema exports.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description.</summary>
    public string Description { get; } = description;
}

/// <summary>Keeps a member out of the schema.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>Marks as deprecated; <see cref="ObsoleteAttribute"/> does the same.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>What to use instead.</summary>
    public string Reason { get; } = reason;
}

/// <summary>The GraphQL type instead of the inferred one: as text, such as <c>[ID!]!</c>, or as the CLR type that it would be inferred of.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public class GraphQLTypeAttribute : Attribute
{
    /// <summary>Names the type as text.</summary>
    public GraphQLTypeAttribute(string typeSyntax) => TypeSyntax = typeSyntax;

    /// <summary>Names the CLR type: value types are non-null, classes nullable.</summary>
    public GraphQLTypeAttribute(Type type) => Type = type;

    /// <summary>The type as text, or <c>null</c>.</summary>
    public string? TypeSyntax { get; }

    /// <summary>The CLR type, or <c>null</c>.</summary>
    public Type? Type { get; }
}

/// <inheritdoc />
/// <typeparam name="T">The CLR type.</typeparam>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public sealed class GraphQLTypeAttribute<T>() : GraphQLTypeAttribute(typeof(T));

/// <summary>The default of an argument or input field, as a CLR constant.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    /// <summary>The value.</summary>
    public object? Value { get; } = value;
}

/// <summary>The parameter is the parent object.</summary>
/// <param name="requires">
/// The parent's properties that the resolver reads, by their names in C#, with blanks between them: where a projection reads only what
/// is asked for, it reads these too. Without it the resolver gets the whole object.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(string? requires = null) : Attribute
{
    /// <summary>The names, or <c>null</c> for all.</summary>
    public string? Requires { get; } = requires;
}

/// <summary>The parameter is a service. Registered services are recognised without it; those that are registered by a key need it.</summary>
/// <param name="key">The key that the service is registered by, or <c>null</c> for none.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute(object? key = null) : Attribute
{
    /// <summary>The key, or <c>null</c>.</summary>
    public object? Key { get; } = key;
}

/// <summary>The parameter is an argument of the field, even where its type looks like a service.</summary>
/// <param name="name">Its name in GraphQL, or <c>null</c> for the parameter's.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ArgumentAttribute(string? name = null) : Attribute
{
    /// <summary>The name in GraphQL, or <c>null</c>.</summary>
    public string? Name { get; } = name;
}

/// <summary>The parameter is request state by key (default: the parameter's name), as put into the context data.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GlobalStateAttribute(string? key = null) : Attribute
{
    /// <summary>The key, or <c>null</c> for the parameter's name.</summary>
    public string? Key { get; } = key;
}

/// <summary>
/// The parameter is state by key (default: the parameter's name) that a resolver above has set for the fields below it; a nullable one may be
/// missing. A parameter of the type <c>SetState&lt;T&gt;</c> sets it for the fields below this one.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScopedStateAttribute(string? key = null) : Attribute
{
    /// <summary>The key, or <c>null</c> for the parameter's name.</summary>
    public string? Key { get; } = key;
}

/// <summary>
/// The parameter is state by key (default: the parameter's name) that middleware of the same field has set; a nullable one may be missing. A
/// parameter of the type <c>SetState&lt;T&gt;</c> sets it for the middleware around the resolver. No other field sees it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LocalStateAttribute(string? key = null) : Attribute
{
    /// <summary>The key, or <c>null</c> for the parameter's name.</summary>
    public string? Key { get; } = key;
}

/// <summary>The Boolean parameter says whether the selection below the field asks for the named field, or for one of several.</summary>
/// <param name="fieldNames">The fields' names in GraphQL.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsSelectedAttribute(params string[] fieldNames) : Attribute
{
    /// <summary>The fields' names in GraphQL.</summary>
    public string[] FieldNames { get; } = fieldNames;
}

/// <summary>
/// Makes a method of a subscription class a field that is resolved once for each event of a stream. The stream comes from the method that
/// <see cref="With"/> names, or else from the broker: its topic is what <see cref="TopicAttribute"/> says, by default the method's name.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>
    /// The method of the same class that opens the stream. It returns an <c>IAsyncEnumerable&lt;T&gt;</c> or an <c>ISourceStream&lt;T&gt;</c>,
    /// perhaps in a task; it is no field itself, and its arguments are the field's too.
    /// </summary>
    public string? With { get; init; }
}

/// <summary>
/// The topic of a <see cref="SubscribeAttribute"/> field. On a method: a text in which <c>{argument}</c> stands for an argument's value,
/// such as <c>"shelf:{shelf}"</c>; on a parameter: the argument itself is the topic. A client chooses its arguments, so a topic is an
/// address and never a permission.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class TopicAttribute(string? name = null) : Attribute
{
    /// <summary>The topic's text; <c>null</c> on a parameter.</summary>
    public string? Name { get; } = name;
}

/// <summary>The parameter is the event of a subscription.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
