namespace Personalify.GraphQL.DataLoading;

/// <summary>What a batch found for one key: a value, nothing, or a failure. The default is nothing.</summary>
public readonly struct Result<TValue>
{
    /// <summary>How it went, in one reference: the mark of a value, a failure, or nothing.</summary>
    private readonly object? _outcome;

    private Result(TValue? value, object? outcome)
    {
        Value = value;
        _outcome = outcome;
    }

    /// <summary>The value, or default when there is none.</summary>
    public TValue? Value { get; }

    /// <summary>Whether the key has a value.</summary>
    public bool IsFound => _outcome == Result.FoundMark;

    /// <summary>Why this key failed, or <c>null</c>.</summary>
    public Exception? Error => IsFound ? null : (Exception?)_outcome;

    internal static Result<TValue> Found(TValue? value) => new(value, value is null ? null : Result.FoundMark);

    internal static Result<TValue> Failed(Exception error) => new(default, error);
}

/// <summary>Makes a <see cref="Result{TValue}"/>.</summary>
public static class Result
{
    internal static readonly object FoundMark = new();

    /// <summary>The key has this value; <c>null</c> means that it has none.</summary>
    public static Result<TValue> Found<TValue>(TValue? value) => Result<TValue>.Found(value);

    /// <summary>The key has no value.</summary>
    public static Result<TValue> Missing<TValue>() => default;

    /// <summary>This key failed; the others of the batch did not.</summary>
    public static Result<TValue> Failed<TValue>(Exception error) => Result<TValue>.Failed(error);
}
