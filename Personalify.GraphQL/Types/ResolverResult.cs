using System.Diagnostics.CodeAnalysis;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types;

/// <summary>
/// What a <see cref="BatchResolverAttribute"/> method found for one of its parents: a value, or why there is none. A method that knows no
/// failures returns the values themselves. The field is of the type <typeparamref name="T"/>.
/// </summary>
[SuppressMessage("Usage", "CA2225", Justification = "ResolverResult.Ok and ResolverResult.Fail are the named alternatives.")]
public readonly record struct ResolverResult<T> : IResolverResult
{
    internal ResolverResult(T? value, GraphQLError? error) => (Value, Error) = (value, error);

    /// <summary>The value; default after a failure.</summary>
    public T? Value { get; }

    /// <summary>What the client is told at this parent's field, which is null then; <c>null</c> after a success.</summary>
    public GraphQLError? Error { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsError => Error is not null;

    object? IResolverResult.Value => Value;

    /// <summary>A success.</summary>
    public static implicit operator ResolverResult<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator ResolverResult<T>(ResolverFailure failure) => new(default, failure.Error);
}

/// <summary>Makes a <see cref="ResolverResult{T}"/>.</summary>
public static class ResolverResult
{
    /// <summary>A value for this parent.</summary>
    public static ResolverResult<T> Ok<T>(T value) => new(value, null);

    /// <summary>No value for this parent, and why; it becomes a <see cref="ResolverResult{T}"/> of any type.</summary>
    public static ResolverFailure Fail(GraphQLError error) => new(error);

    /// <inheritdoc cref="Fail(GraphQLError)" />
    public static ResolverFailure Fail(string message, string? code = null) =>
        new(code is null ? new GraphQLError(message) : new GraphQLError(message).WithCode(code));
}

/// <summary>Why a parent's field has no value, before its type is known: see <see cref="ResolverResult.Fail(GraphQLError)"/>.</summary>
/// <param name="Error">What the client is told.</param>
public readonly record struct ResolverFailure(GraphQLError Error);

/// <summary>A <see cref="ResolverResult{T}"/> without its type.</summary>
internal interface IResolverResult
{
    object? Value { get; }

    GraphQLError? Error { get; }
}
