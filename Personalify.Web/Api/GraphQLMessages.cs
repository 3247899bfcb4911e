using System.Text.Json;

namespace Personalify.Web.Api;

/// <summary>A request names its document by the hash of its text, or brings the text.</summary>
public sealed record GraphQLRequest<TVariables>(string? DocumentId, string? Query, TVariables Variables);

public sealed record GraphQLResponse<TData>(TData? Data);

public sealed record GraphQLErrors(IReadOnlyList<GraphQLResponseError>? Errors);

/// <param name="Message">What went wrong, in a sentence.</param>
/// <param name="Extensions">Its code.</param>
/// <param name="Path">Which field of the answer is null because of it: names, and numbers in lists.</param>
public sealed record GraphQLResponseError(string Message, GraphQLErrorExtensions? Extensions = null,
    IReadOnlyList<JsonElement>? Path = null)
{
    /// <summary>Whether it is about this field or about one below it; a <c>*</c> stands for any step.</summary>
    public bool IsAt(params ReadOnlySpan<string> path)
    {
        if (Path is null || Path.Count < path.Length) return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != "*" && path[i] != $"{Path[i]}") return false;
        }

        return true;
    }
}

public sealed record GraphQLErrorExtensions(string? Code = null);

/// <summary>Where a page of a connection stands in its list.</summary>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>Why a mutation did not do what it was asked for.</summary>
public record MutationError(string Message);

/// <summary>The same of a mutation that can tell which field of its input is to blame.</summary>
public sealed record FieldError(string Message, string? Field) : MutationError(Message);
