using System.Collections;
using System.Runtime.ExceptionServices;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// A method that resolves a field for many parents at once. To the executor it is a resolver like any other: each parent's call waits for the batch as
/// for a DataLoader, so whatever stands around resolvers stands around each of them.
/// </summary>
internal sealed class BatchResolver
{
    private readonly string _member;
    private readonly FieldResolver _resolve;
    private readonly Func<IResolverContext, object?>[] _distinctions;
    private readonly Func<IBatchScheduler, BatchedCalls> _open;

    /// <param name="member">The method, for messages.</param>
    /// <param name="resolve">Calls it with a <see cref="BatchContext"/>.</param>
    /// <param name="distinctions">What must be equal in calls that are made together.</param>
    public BatchResolver(string member, FieldResolver resolve, Func<IResolverContext, object?>[] distinctions)
    {
        (_member, _resolve, _distinctions) = (member, resolve, distinctions);
        _open = scheduler => new BatchedCalls(this, scheduler);
    }

    /// <summary>One parent's call. One that belongs to no request waits for no other.</summary>
    public ValueTask<object?> ResolveAsync(IResolverContext context) =>
        context is IBoundCall call ? new ValueTask<object?>(call.Share(this, _open).Add(context)) : ResolveAloneAsync(context);

    /// <summary>Which calls a call may be made with.</summary>
    public CallGroup GroupOf(IResolverContext call) => new([.. _distinctions.Select(distinction => distinction(call))]);

    /// <summary>Makes all of these calls as one.</summary>
    /// <exception cref="InvalidOperationException">There are not as many results as calls.</exception>
    public async Task<Result<object?>[]> ResolveAsync(IReadOnlyList<IResolverContext> calls)
    {
        var list = await _resolve(new BatchContext(calls)).ConfigureAwait(false) as IEnumerable ?? throw new InvalidOperationException(
            $"{_member} returned null for {calls.Count} parents: return a list with one result for each, in their order.");
        Result<object?>[] results = [.. list.Cast<object?>().Select(Unwrap)];
        return results.Length == calls.Count ? results : throw new InvalidOperationException(
            $"{_member} returned {results.Length} results for {calls.Count} parents: return one for each, in their order.");
    }

    private async ValueTask<object?> ResolveAloneAsync(IResolverContext context)
    {
        var result = (await ResolveAsync([context]).ConfigureAwait(false))[0];
        if (result.Error is { } error) ExceptionDispatchInfo.Throw(error);
        return result.Value;
    }

    private static Result<object?> Unwrap(object? result)
    {
        if (result is not IResolverResult told) return Result.Found<object?>(result);
        return told.Error is { } error ? Result.Failed<object?>(new GraphQLException(error)) : Result.Found<object?>(told.Value);
    }
}

/// <summary>What calls have in common that are made together.</summary>
internal sealed class CallGroup(object?[] marks) : IEquatable<CallGroup>
{
    private readonly object?[] _marks = marks;

    public bool Equals(CallGroup? other) => other is not null && _marks.AsSpan().SequenceEqual(other._marks);

    public override bool Equals(object? obj) => Equals(obj as CallGroup);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var mark in _marks) hash.Add(mark);
        return hash.ToHashCode();
    }
}
