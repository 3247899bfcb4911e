using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// What a response that comes in parts says of them: what the client has to wait for, what has come, and what is complete. Specification,
/// working draft (incremental delivery): 7.1 Response Format.
/// </summary>
/// <param name="HasNext">Whether another result follows.</param>
public sealed record IncrementalPayload(bool HasNext)
{
    /// <summary>What the client has to wait for from now on.</summary>
    public IReadOnlyList<PendingResult> Pending { get; init; } = [];

    /// <summary>What has come.</summary>
    public IReadOnlyList<IncrementalResult> Incremental { get; init; } = [];

    /// <summary>What the client has to wait for no longer.</summary>
    public IReadOnlyList<CompletedResult> Completed { get; init; } = [];

    /// <summary>Whatever went wrong since the result before.</summary>
    internal IEnumerable<GraphQLError> AllErrors => Incremental.SelectMany(result => result.Errors).Concat(Completed.SelectMany(result => result.Errors));

    /// <summary>Whose memory the values stand in.</summary>
    internal IReadOnlyList<ResponsePart> Parts { get; init; } = [];
}

/// <summary>A deferred fragment at an object, or a list whose items come later.</summary>
/// <param name="Id">By which later results name it.</param>
/// <param name="Path">The object or list: names (string) and list indexes (int).</param>
/// <param name="Label">What the client called it; <c>null</c> when it did not.</param>
public sealed record PendingResult(string Id, IReadOnlyList<object> Path, string? Label);

/// <summary>Further fields of an object, or further items of a list. Its memory is pooled and goes with the result that holds it.</summary>
/// <param name="Id">What it belongs to.</param>
public sealed record IncrementalResult(string Id)
{
    /// <summary>The way from the pending path to the object; <c>null</c> when they are the same.</summary>
    public IReadOnlyList<object>? SubPath { get; init; }

    /// <summary>The fields as a JSON object in UTF-8; empty when there are items.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>The items as a JSON array in UTF-8; empty when there are fields.</summary>
    public ReadOnlyMemory<byte> Items { get; init; }

    /// <summary>The errors below the fields or items.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; init; } = [];
}

/// <summary>The end of something that was pending.</summary>
/// <param name="Id">What has ended.</param>
/// <param name="Errors">Why it, or the rest of it, could not be delivered; empty when it was.</param>
public sealed record CompletedResult(string Id, IReadOnlyList<GraphQLError> Errors);
