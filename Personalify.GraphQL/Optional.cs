using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL;

/// <summary>Seen without its type argument, so that the engine can read an <see cref="Optional{T}"/> of any type.</summary>
public interface IOptional
{
    /// <summary>Whether a value was given, null included.</summary>
    bool HasValue { get; }

    /// <summary>The value, or <c>null</c> when none was given.</summary>
    object? Value { get; }
}

/// <summary>An input that tells absent from null. Default-valued arguments are never absent.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
public readonly record struct Optional<T>(T? Value, bool HasValue = true) : IOptional
{
    object? IOptional.Value => Value;

    /// <summary>Wraps a given value.</summary>
    public static implicit operator Optional<T>(T value) => new(value);
}
