using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Validation;
using Personalify.GraphQL.Validation.Rules.Limits;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// What happens to a request before it runs. Every phase fills in what the next one needs, or refuses the request with a
/// request error. Specification: 6.1 Executing Requests, 7.1.2 Request Errors.
/// </summary>
internal sealed class RequestPhases
{
    private delegate ExecutionResult? Phase(PreparedRequest request);

    private readonly Schema _schema;
    private readonly RequestExecutorOptions _options;
    private readonly bool _observesFields;
    private readonly DocumentValidator _validator;
    private readonly DocumentCache _cache;
    private readonly Phase[] _finding;
    private readonly Phase[] _planning;

    public RequestPhases(Schema schema, RequestExecutorOptions options, bool observesFields)
    {
        _schema = schema;
        _options = options;
        _observesFields = observesFields;
        _validator = new DocumentValidator([.. SpecifiedRules.Executable, .. Limits(options)]);
        _cache = new DocumentCache(options.MaxCachedDocuments);
        _finding = [CheckSize, FindDocument, SelectOperation, CheckOperationType];
        _planning = [CoerceVariables, Plan, new CostCheck(options.Cost).Check];
    }

    /// <summary>Finds the operation of the request; returns why there is none, or <c>null</c>.</summary>
    public ExecutionResult? FindOperation(PreparedRequest request) => Run(_finding, request);

    /// <summary>Makes the operation ready to run with its variables; returns why it cannot, or <c>null</c>.</summary>
    public ExecutionResult? Prepare(PreparedRequest request) => Run(_planning, request);

    private static ExecutionResult? Run(Phase[] phases, PreparedRequest request)
    {
        foreach (var phase in phases)
        {
            if (phase(request) is { } refusal) return refusal;
        }

        return null;
    }

    private ExecutionResult? CheckSize(PreparedRequest request)
    {
        var length = request.Text.Length;
        if (length == 0) return Refuse(RequestErrorKind.Syntax, "The request has no document.", ErrorCodes.QueryMissing);
        return length <= _options.MaxDocumentBytes ? null : Refuse(
            RequestErrorKind.Validation, $"The document has {length} bytes; at most {_options.MaxDocumentBytes} are allowed. Split it into several requests.", ErrorCodes.TooManyNodes);
    }

    private ExecutionResult? FindDocument(PreparedRequest request)
    {
        var text = request.Text;
        if (_cache.Find(text) is { } known)
        {
            request.Document = known;
            request.Events?.RetrievedDocumentFromCache();
            return null;
        }

        // What is made of the document may be looked at for longer than the request's memory lasts.
        text = text.ToArray();
        if (Parse(text, request.Events, out var document) is { } refusal) return refusal;
        request.Document = new CachedDocument(_schema, document!, _observesFields);
        if (text.Length > _options.MaxCachedDocumentBytes) return null;
        _cache.Add(text, request.Document);
        request.Events?.AddedDocumentToCache();
        return null;
    }

    private ExecutionResult? Parse(ReadOnlyMemory<byte> text, RequestEvents? events, out DocumentNode? document)
    {
        document = null;
        try
        {
            using var scope = events?.ParseDocument();
            document = Parser.Parse(new Source(text), _options.Parser);
        }
        catch (SyntaxException error)
        {
            return new ExecutionResult(RequestErrorKind.Syntax, [error.Error]);
        }

        return Validate(document, events);
    }

    private ExecutionResult? Validate(DocumentNode document, RequestEvents? events)
    {
        using var scope = events?.ValidateDocument();
        var errors = _validator.Validate(_schema, document, _options.Validation);
        if (errors.Count == 0 && !_options.EnableIntrospection) errors = IntrospectionErrors(document);
        if (errors.Count == 0) return null;
        events?.ValidationErrors(errors);
        return new ExecutionResult(RequestErrorKind.Validation, errors);
    }

    private static IReadOnlyList<GraphQLError> IntrospectionErrors(DocumentNode document)
    {
        var asked = DocumentSelections.Of(document).FirstOrDefault(selection => selection is FieldNode { Name.Value: "__schema" or "__type" });
        if (asked is null) return [];
        return [GraphQLError.At("Introspection is not allowed on this server.", document.Source, asked).WithCode(ErrorCodes.IntrospectionNotAllowed)];
    }

    private ExecutionResult? SelectOperation(PreparedRequest request)
    {
        if (OperationSelector.Select(request.Document.Document, request.Request.OperationName, out var error) is not { } operation)
            return new ExecutionResult(RequestErrorKind.Validation, [error!]);
        if (_schema.GetRootType(operation.Operation) is not { } rootType)
            return Refuse(RequestErrorKind.Validation, $"The schema has no {Name(operation)} type.", ErrorCodes.OperationNotFound);
        (request.Definition, request.RootType) = (operation, rootType);
        return null;
    }

    private static ExecutionResult? CheckOperationType(PreparedRequest request) => request.Definition.Operation switch
    {
        OperationType.Mutation when !request.Request.AllowMutation => Refuse(
            RequestErrorKind.OperationNotAllowed, "A GET request may not run a mutation. Send it by POST.", ErrorCodes.InvalidRequest),
        OperationType.Subscription when !request.MaySubscribe => Refuse(
            RequestErrorKind.OperationNotAllowed, "A subscription has no single answer. Send it over a WebSocket (graphql-transport-ws), or accept text/event-stream.", ErrorCodes.InvalidRequest),
        _ => null,
    };

    private static ExecutionResult? CoerceVariables(PreparedRequest request)
    {
        using var scope = request.Events?.CoerceVariables();
        request.Operation = request.Document.Prepare(request.Definition, request.RootType);
        request.Variables = request.Operation.Variables.Coerce(request.Request.SentVariables, request.Request.Files, out var errors);
        return errors.Count == 0 ? null : new ExecutionResult(RequestErrorKind.Variables, errors);
    }

    private static ExecutionResult? Plan(PreparedRequest request)
    {
        try
        {
            request.Plan = request.Operation.PlanFor(request.Variables, request.MayDefer, request.Events);
            return null;
        }
        catch (CoercionException error)
        {
            return Refuse(RequestErrorKind.Variables, error.Message, ErrorCodes.InvalidVariable);
        }
    }

    private static IEnumerable<ValidationRule> Limits(RequestExecutorOptions options)
    {
        if (options.MaxExecutionDepth is { } depth) yield return new MaxExecutionDepthRule(depth);
        if (options.MaxAllowedFieldCycleDepth is { } cycles) yield return new MaxAllowedFieldCycleDepthRule(cycles);
    }

    private static string Name(OperationDefinitionNode operation) => operation.Operation.ToString().ToLowerInvariant();

    private static ExecutionResult Refuse(RequestErrorKind kind, string message, string code) => new(kind, [new GraphQLError(message).WithCode(code)]);
}
