namespace Personalify.Web.Api;

/// <summary>A request names its document by the hash of its text, or brings the text.</summary>
public sealed record GraphQLRequest<TVariables>(string? DocumentId, string? Query, TVariables Variables);

public sealed record GraphQLResponse<TData>(TData? Data);

public sealed record GraphQLErrors(IReadOnlyList<GraphQLResponseError>? Errors);

public sealed record GraphQLResponseError(string Message, GraphQLErrorExtensions? Extensions = null);

public sealed record GraphQLErrorExtensions(string? Code = null);

/// <summary>Where a page of a connection stands in its list.</summary>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>Why a mutation did not do what it was asked for.</summary>
public record MutationError(string Message);

/// <summary>The same of a mutation that can tell which field of its input is to blame.</summary>
public sealed record FieldError(string Message, string? Field) : MutationError(Message);
