namespace Personalify.GraphQL;

/// <summary>
/// Sets how the mutation convention treats this mutation, or keeps it away. On a mutation it also opts in, where the convention
/// does not apply to all of them. What is <c>null</c> follows the options of the schema.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    /// <summary>Leaves the mutation as it is written: its arguments are arguments, its result is the field's value.</summary>
    public bool Disable { get; init; }

    /// <summary>The name of the argument that holds all others.</summary>
    public string? InputArgumentName { get; init; }

    /// <summary>The name of the input object.</summary>
    public string? InputTypeName { get; init; }

    /// <summary>The name of the payload.</summary>
    public string? PayloadTypeName { get; init; }

    /// <summary>The payload's field that holds the result, instead of the name of the result's type.</summary>
    public string? PayloadFieldName { get; init; }

    /// <summary>The name of the union of what may go wrong.</summary>
    public string? PayloadErrorTypeName { get; init; }

    /// <summary>The payload's field that holds what went wrong.</summary>
    public string? PayloadErrorsFieldName { get; init; }
}

/// <summary>
/// Something that may go wrong with a mutation, as part of the schema. The type is an exception, which becomes an object type with
/// its message; or a class with a public constructor or static methods <c>CreateErrorFrom</c> that take an exception; or, where the
/// resolver returns a <see cref="FieldResult{TResult}"/>, any class. Exceptions that nothing is declared for stay errors of the
/// response. Opts in to the mutation convention.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ErrorAttribute(Type errorType) : Attribute
{
    /// <summary>The exception, the error or the factory of errors.</summary>
    public Type ErrorType { get; } = errorType;
}

/// <inheritdoc />
/// <typeparam name="TError">The exception, the error or the factory of errors.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<TError>() : ErrorAttribute(typeof(TError));
