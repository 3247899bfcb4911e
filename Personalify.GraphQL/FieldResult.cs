using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL;

/// <summary>Seen without its type arguments: what a mutation came to.</summary>
public interface IFieldResult
{
    /// <summary>The result; meaningless when there are errors.</summary>
    object? Value { get; }

    /// <summary>What went wrong, in the words of the schema; empty after a success.</summary>
    IReadOnlyList<object> Errors { get; }
}

/// <summary>
/// A mutation's result, or what went wrong, without an exception. The errors are declared by <see cref="ErrorAttribute"/>; the forms
/// with further type arguments declare them by these.
/// </summary>
[SuppressMessage("Usage", "CA2225", Justification = "The constructors are the named alternative.")]
public readonly record struct FieldResult<TResult> : IFieldResult
{
    private readonly IReadOnlyList<object>? _errors;

    /// <summary>A success.</summary>
    public FieldResult(TResult value) => Value = value;

    /// <summary>A failure for one or more reasons.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FieldResult(IReadOnlyList<object> errors) => _errors = FieldErrors.Checked(errors);

    /// <summary>The result; default when there are errors.</summary>
    public TResult? Value { get; }

    /// <inheritdoc />
    public IReadOnlyList<object> Errors => _errors ?? [];

    object? IFieldResult.Value => Value;

    /// <summary>A success.</summary>
    public static implicit operator FieldResult<TResult>(TResult value) => new(value);
}

/// <inheritdoc cref="FieldResult{TResult}" />
[SuppressMessage("Usage", "CA2225", Justification = "The constructors are the named alternative.")]
public readonly record struct FieldResult<TResult, TError> : IFieldResult
    where TError : class
{
    private readonly IReadOnlyList<object>? _errors;

    /// <summary>A success.</summary>
    public FieldResult(TResult value) => Value = value;

    /// <summary>A failure for one or more reasons.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FieldResult(IReadOnlyList<TError> errors) => _errors = FieldErrors.Checked(errors);

    /// <summary>The result; default when there are errors.</summary>
    public TResult? Value { get; }

    /// <inheritdoc />
    public IReadOnlyList<object> Errors => _errors ?? [];

    object? IFieldResult.Value => Value;

    /// <summary>A success.</summary>
    public static implicit operator FieldResult<TResult, TError>(TResult value) => new(value);

    /// <summary>A failure.</summary>
    public static implicit operator FieldResult<TResult, TError>(TError error) => new([error]);
}

/// <inheritdoc cref="FieldResult{TResult}" />
[SuppressMessage("Usage", "CA2225", Justification = "The constructors are the named alternative.")]
public readonly record struct FieldResult<TResult, TError1, TError2> : IFieldResult
    where TError1 : class
    where TError2 : class
{
    private readonly IReadOnlyList<object>? _errors;

    /// <summary>A success.</summary>
    public FieldResult(TResult value) => Value = value;

    /// <summary>A failure for one or more reasons, each of a declared type.</summary>
    /// <exception cref="ArgumentException">There is none, or one is of another type.</exception>
    public FieldResult(IReadOnlyList<object> errors) => _errors = FieldErrors.Checked(errors, typeof(TError1), typeof(TError2));

    /// <summary>The result; default when there are errors.</summary>
    public TResult? Value { get; }

    /// <inheritdoc />
    public IReadOnlyList<object> Errors => _errors ?? [];

    object? IFieldResult.Value => Value;

    /// <summary>A success.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2>(TResult value) => new(value);

    /// <summary>A failure.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2>(TError1 error) => new([error]);

    /// <summary>A failure.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2>(TError2 error) => new([error]);
}

/// <inheritdoc cref="FieldResult{TResult}" />
[SuppressMessage("Usage", "CA2225", Justification = "The constructors are the named alternative.")]
public readonly record struct FieldResult<TResult, TError1, TError2, TError3> : IFieldResult
    where TError1 : class
    where TError2 : class
    where TError3 : class
{
    private readonly IReadOnlyList<object>? _errors;

    /// <summary>A success.</summary>
    public FieldResult(TResult value) => Value = value;

    /// <summary>A failure for one or more reasons, each of a declared type.</summary>
    /// <exception cref="ArgumentException">There is none, or one is of another type.</exception>
    public FieldResult(IReadOnlyList<object> errors) =>
        _errors = FieldErrors.Checked(errors, typeof(TError1), typeof(TError2), typeof(TError3));

    /// <summary>The result; default when there are errors.</summary>
    public TResult? Value { get; }

    /// <inheritdoc />
    public IReadOnlyList<object> Errors => _errors ?? [];

    object? IFieldResult.Value => Value;

    /// <summary>A success.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(TResult value) => new(value);

    /// <summary>A failure.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(TError1 error) => new([error]);

    /// <summary>A failure.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(TError2 error) => new([error]);

    /// <summary>A failure.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(TError3 error) => new([error]);
}

/// <summary>What the forms of <see cref="FieldResult{TResult}"/> share.</summary>
internal static class FieldErrors
{
    public static IReadOnlyList<object> Checked(IReadOnlyList<object> errors, params ReadOnlySpan<Type> declared)
    {
        if (errors.Count == 0) throw new ArgumentException("A failure needs at least one error.", nameof(errors));
        foreach (var error in errors) RefuseUndeclared(error, declared);
        return errors;
    }

    private static void RefuseUndeclared(object error, ReadOnlySpan<Type> declared)
    {
        foreach (var type in declared)
        {
            if (type.IsInstanceOfType(error)) return;
        }

        if (declared.Length > 0) throw new ArgumentException($"The error {error.GetType().Name} is none of those that the result declares.");
    }
}
