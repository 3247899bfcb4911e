namespace Personalify.GraphQL;

/// <summary>
/// The members of this class are further fields of an object type. Where the type has a field of that name, theirs takes its place; two such
/// classes may not have one field.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class ExtendObjectTypeAttribute : Attribute
{
    /// <summary>Extends the object type of a class.</summary>
    public ExtendObjectTypeAttribute(Type extendedType) => ExtendedType = extendedType;

    /// <summary>
    /// Extends the object type of a name, such as <see cref="OperationTypeNames.Query"/> or a type that no class stands for, such as
    /// <c>BooksConnection</c>. A name that no object type has stops the start.
    /// </summary>
    public ExtendObjectTypeAttribute(string name) => Name = name;

    /// <summary>The CLR type whose object type is extended; <c>null</c> when <see cref="Name"/> says which.</summary>
    public Type? ExtendedType { get; }

    /// <summary>The name of the object type that is extended; <c>null</c> when <see cref="ExtendedType"/> says which.</summary>
    public string? Name { get; }

    /// <summary>
    /// Public properties of <see cref="ExtendedType"/> that are no fields, for classes that cannot carry attributes themselves.
    /// </summary>
    public string[] IgnoreProperties { get; init; } = [];
}

/// <inheritdoc />
public sealed class ExtendObjectTypeAttribute<T>() : ExtendObjectTypeAttribute(typeof(T));

/// <summary>The names of the roots.</summary>
public static class OperationTypeNames
{
    /// <summary>The root of queries.</summary>
    public const string Query = nameof(Query);

    /// <summary>The root of mutations.</summary>
    public const string Mutation = nameof(Mutation);

    /// <summary>The root of subscriptions.</summary>
    public const string Subscription = nameof(Subscription);
}

/// <summary>
/// A member of a class that extends a type: its field takes the place of a property's field, under its own name. So
/// <c>[BindMember(nameof(Book.AuthorId))]</c> on <c>GetAuthorAsync</c> shows <c>author</c> where <c>authorId</c> would be.
/// </summary>
/// <param name="name">The property or method of the extended class, by its name in C#.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class BindMemberAttribute(string name) : Attribute
{
    /// <summary>The name in C#.</summary>
    public string Name { get; } = name;
}
