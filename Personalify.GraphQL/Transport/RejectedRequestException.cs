using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Transport;

/// <summary>A request that never reached the executor. The message is for the client.</summary>
internal sealed class RejectedRequestException(int status, string message, string code) : Exception(message)
{
    private const string Batch =
        "A batch is a JSON array of objects, each a request with 'query'; when one of them cannot be read, none is run.";

    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The methods that would be answered, when that is what is wrong.</summary>
    public string? Allowed { get; private init; }

    /// <summary>The encodings of a body that would be read, when that is what is wrong.</summary>
    public string? AcceptEncoding { get; private init; }

    public GraphQLError ToError() => new GraphQLError(Message).WithCode(Code);

    public static RejectedRequestException Malformed(string message) =>
        new(StatusCodes.Status400BadRequest, message, ErrorCodes.InvalidRequest);

    public static RejectedRequestException NoDocument() =>
        new(StatusCodes.Status400BadRequest, "The parameter 'query' is missing. Send the GraphQL document as a string, or the id of a known one as 'documentId'.", ErrorCodes.QueryMissing);

    public static RejectedRequestException NamedTwice() => Malformed(
        "The address names the document and its operation. Send 'variables' and 'extensions' alone, or anything else to the GraphQL endpoint itself.");

    public static RejectedRequestException TooLarge(int limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        $"The request body is longer than the {limit} bytes that this server accepts. Send less in variables, or split the request.",
        ErrorCodes.MaxRequestSize);

    public static RejectedRequestException UnsupportedContentType(string? contentType) => new(
        StatusCodes.Status415UnsupportedMediaType,
        $"The content type {(contentType is null ? "is missing" : $"'{contentType}' is not supported")}. Send application/json in UTF-8.",
        ErrorCodes.InvalidRequest);

    /// <summary>A packed body is refused, because a few bytes could unpack to very many.</summary>
    public static RejectedRequestException UnsupportedEncoding(string encoding) => new(
        StatusCodes.Status415UnsupportedMediaType,
        $"The body is encoded with '{encoding}', which this server does not unpack. Send it as it is, without the header Content-Encoding.",
        ErrorCodes.InvalidRequest) { AcceptEncoding = "identity" };

    public static RejectedRequestException NotAcceptable(string accept) => new(
        StatusCodes.Status406NotAcceptable,
        $"Nothing that the Accept header '{accept}' allows can be produced. Accept application/graphql-response+json, application/json or text/event-stream.",
        ErrorCodes.NoSupportedAcceptMediaType);

    public static RejectedRequestException Form(string message, string code) => new(StatusCodes.Status400BadRequest, message, code);

    public static RejectedRequestException UploadTooLarge(string message) => new(StatusCodes.Status413PayloadTooLarge, message, ErrorCodes.MaxRequestSize);

    public static RejectedRequestException NoSpace() => new(
        StatusCodes.Status507InsufficientStorage,
        "The server has too little space on its disk for these files. Ask the person who runs it to make room, then send them again.",
        ErrorCodes.MaxRequestSize);

    public static RejectedRequestException UploadNotAllowed() => new(
        StatusCodes.Status401Unauthorized, "Sign in with an account of your own before you send files.", ErrorCodes.NotAuthenticated);

    public static RejectedRequestException NoObject(bool mayBeBatch) => Malformed(mayBeBatch
        ? $"The body is not a JSON object. Send an object with 'query', or a batch. {Batch}"
        : "The body is not a JSON object. Send an object with 'query'; batches are not allowed here.");

    public static RejectedRequestException EmptyBatch() => Malformed($"The batch has no request. {Batch}");

    public static RejectedRequestException NoBatchEntry(int number, int count, string found) =>
        Malformed($"Entry {number} of the {count} in the batch is {found}. {Batch}");

    public static RejectedRequestException InBatch(int number, int count, RejectedRequestException wrong) =>
        new(wrong.Status, $"Entry {number} of the {count} in the batch: {wrong.Message} {Batch}", wrong.Code);

    public static RejectedRequestException BatchTooLarge(int count, int limit) => new(
        StatusCodes.Status400BadRequest, $"The batch has {count} requests; at most {limit} are allowed. Split it.", ErrorCodes.InvalidRequest);

    public static RejectedRequestException PreflightRequired(string what) => new(
        StatusCodes.Status400BadRequest,
        $"{what} must carry the header {RequestGuard.PreflightHeader}: 1. Browsers then ask this server first before they let a foreign page send it.",
        ErrorCodes.PreflightRequired);

    public static RejectedRequestException MethodNotAllowed(string method, string allowed) => new(
        StatusCodes.Status405MethodNotAllowed, $"The method {method} is not supported. Send {allowed}.", ErrorCodes.InvalidRequest) { Allowed = allowed };
}
