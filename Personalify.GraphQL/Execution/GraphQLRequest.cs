using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Text.Json;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Execution;

/// <summary>One GraphQL request, free of any transport.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document as UTF-8, empty when an id names it. Must not change while the request runs; the document cache copies what it keeps.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The id of a known document, instead of the document; <c>null</c> when it is sent.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document to run; <c>null</c> when it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables: a JSON object, or default for none.</summary>
    public JsonElement Variables
    {
        get => field.ValueKind == JsonValueKind.Undefined && !VariablesText.IsEmpty ? field = JsonElement.Parse(VariablesText.Span) : field;
        init => (field, VariablesText) = (value, default);
    }

    /// <summary>The variables as UTF-8, in memory that does not change while the request runs: what a transport has instead of an element.</summary>
    internal ReadOnlyMemory<byte> VariablesText { get; init; }

    /// <summary>The variables as UTF-8; empty for none.</summary>
    internal ReadOnlyMemory<byte> SentVariables =>
        VariablesText.IsEmpty && Variables.ValueKind == JsonValueKind.Object ? JsonMarshal.GetRawUtf8Value(Variables).ToArray() : VariablesText;

    /// <summary>The extensions: a JSON object, or default for none.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>The files that came with the request, by the keys that stand for them in the variables; <c>null</c> for none.</summary>
    public IReadOnlyDictionary<string, Types.IFile>? Files { get; init; }

    /// <summary>Whether mutations may run; an HTTP GET may not.</summary>
    public bool AllowMutation { get; init; } = true;

    /// <summary>Whether a subscription may run, where more than one result can be answered at all. Default: yes.</summary>
    public bool AllowSubscription { get; init; } = true;

    /// <summary>
    /// Whether <c>@defer</c> and <c>@stream</c> are heeded, where more than one result can be answered at all; otherwise everything is in one
    /// result, as if they were not there. Default: yes.
    /// </summary>
    public bool AllowStreams { get; init; } = true;

    /// <summary>What the client wants to know of the operation's cost.</summary>
    public CostMode CostMode { get; init; }

    /// <summary>The request's services.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>State that resolvers read, such as the current user.</summary>
    public IDictionary<string, object?> ContextData
    {
        get => field ?? Interlocked.CompareExchange(ref field, ContextDataSource?.Invoke(User) ?? new Dictionary<string, object?>(), null) ?? field;
        init;
    }

    /// <summary>Makes the <see cref="ContextData"/> of the <see cref="User"/> when somebody asks for it, which most requests never do.</summary>
    internal Func<ClaimsPrincipal?, IDictionary<string, object?>>? ContextDataSource { get; init; }

    /// <summary>
    /// Who asks; <c>null</c> for somebody unknown. Not what the transport knows the request by, because that may serve another request
    /// while a resolver of this one still runs.
    /// </summary>
    internal ClaimsPrincipal? User { get; init; }
}

/// <summary>Runs requests against one schema: cache, parse, validate, plan, execute.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema that requests run against.</summary>
    Types.Schema Schema { get; }

    /// <summary>Runs a request to its end. Never throws for what a client or a resolver did wrong: that is in the result.</summary>
    Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs a request that may have several results. A subscription's stream exists, and misses no event, once the task is completed. A
    /// query or mutation with <c>@defer</c> or <c>@stream</c> has its initial result then, and goes on when that was taken. Other requests run
    /// to their end. Never throws for what a client, a resolver or a source did wrong: that is in the results.
    /// </summary>
    /// <param name="request">The request. Its services must live as long as the stream.</param>
    /// <param name="cancellationToken">Ends the request, and the subscription at any time later.</param>
    Task<ResponseStream> ExecuteStreamAsync(GraphQLRequest request, CancellationToken cancellationToken = default);
}

/// <summary>Why a request produced no data, so that a transport can choose its status.</summary>
public enum RequestErrorKind
{
    /// <summary>The request was executed; there may still be errors beside the data.</summary>
    None,

    /// <summary>The client asked only what the operation would cost; there are no errors.</summary>
    OnlyValidated,

    /// <summary>The document is not GraphQL.</summary>
    Syntax,

    /// <summary>The document does not validate, names an unknown operation, or exceeds a limit.</summary>
    Validation,

    /// <summary>Who sends the request may not run the operation, or that could not be found out.</summary>
    NotAuthorized,

    /// <summary>The variables do not fit.</summary>
    Variables,

    /// <summary>The operation may not run over this transport, such as a mutation over GET.</summary>
    OperationNotAllowed,

    /// <summary>The request took too long or was cancelled.</summary>
    Cancelled,

    /// <summary>The source stream of a subscription could not be opened, or has failed; no event follows.</summary>
    SourceStream,
}
