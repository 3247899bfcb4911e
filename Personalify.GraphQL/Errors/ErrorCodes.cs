namespace Personalify.GraphQL.Errors;

/// <summary>The codes that <c>extensions.code</c> may hold. Hot Chocolate's codes, so that its clients' handling keeps working.</summary>
public static class ErrorCodes
{
    /// <summary>The request has neither a document nor the id of one.</summary>
    public const string QueryMissing = "HC0013";

    /// <summary>The request is not one that a GraphQL server can read, such as JSON of another shape.</summary>
    public const string InvalidRequest = "HC0009";

    /// <summary>The request is longer than allowed.</summary>
    public const string MaxRequestSize = "HC0010";

    /// <summary>A root field of a mutation is to be resolved in batches.</summary>
    public const string BatchResolverOnMutationField = "HC0135";

    /// <summary>The document has a syntax error.</summary>
    public const string SyntaxError = "HC0014";

    /// <summary>The operation name is unknown, or is missing where the document has several operations.</summary>
    public const string OperationNotFound = "HC0015";

    /// <summary>The document does not validate.</summary>
    public const string Validation = "HC0016";

    /// <summary>A variable's value does not fit its type.</summary>
    public const string InvalidVariable = "HC0017";

    /// <summary>A non-null position produced null.</summary>
    public const string NonNullViolation = "HC0018";

    /// <summary>A filter compares something with null that cannot be.</summary>
    public const string NullInFilter = "HC0026";

    /// <summary>There is no document of the id.</summary>
    public const string PersistedOperationNotFound = "HC0020";

    /// <summary>A multipart form could not be read.</summary>
    public const string MultiPartInvalidForm = "HC0033";

    /// <summary>A multipart form has no operations.</summary>
    public const string MultiPartNoOperationsSpecified = "HC0034";

    /// <summary>The parts of a multipart form are not in their order: operations, map, files.</summary>
    public const string MultiPartFieldsMisordered = "HC0035";

    /// <summary>A file of a multipart form has no place.</summary>
    public const string MultiPartNoObjectPath = "HC0037";

    /// <summary>A file that a multipart form announces did not come.</summary>
    public const string MultiPartFileMissing = "HC0038";

    /// <summary>The place of a file is not in the operations.</summary>
    public const string MultiPartVariableNotFound = "HC0039";

    /// <summary>The place of a file lies inside something else, or is taken.</summary>
    public const string MultiPartVariableStructureInvalid = "HC0040";

    /// <summary>The place of a file is written wrongly.</summary>
    public const string MultiPartInvalidPath = "HC0041";

    /// <summary>The place of a file is not in the variables.</summary>
    public const string MultiPartPathMustStartWithVariable = "HC0042";

    /// <summary>The map of a multipart form is not what it should be.</summary>
    public const string MultiPartInvalidMapJson = "HC0043";

    /// <summary>A multipart form has no map.</summary>
    public const string MultiPartMapNotSpecified = "HC0044";

    /// <summary>The request took longer than allowed.</summary>
    public const string Timeout = "HC0045";

    /// <summary>Introspection is switched off.</summary>
    public const string IntrospectionNotAllowed = "HC0046";

    /// <summary>The operation costs more than allowed.</summary>
    public const string CostExceeded = "HC0047";

    /// <summary>The client went away.</summary>
    public const string RequestCanceled = "HC0049";

    /// <summary>The middleware attributes of a field stand in another order than they run in.</summary>
    public const string MiddlewareOrder = "HC0050";

    /// <summary>More items are asked for than the list gives at once, or both its ends.</summary>
    public const string MaxPaginationItems = "HC0051";

    /// <summary>Neither <c>first</c> nor <c>last</c> is given where the list demands one.</summary>
    public const string NoPagingBoundaries = "HC0052";

    /// <summary>A cursor is not one of the list.</summary>
    public const string InvalidCursor = "HC0078";

    /// <summary>Fewer than one item is asked for.</summary>
    public const string MinPaginationItems = "HC0079";

    /// <summary><c>first</c> is not given where the list demands it and cannot be read from its end.</summary>
    public const string FirstValueNotSet = "HC0090";

    /// <summary>Nothing that the Accept header allows can be produced.</summary>
    public const string NoSupportedAcceptMediaType = "HC0064";

    /// <summary>Only known documents may run.</summary>
    public const string OnlyPersistedOperationsAllowed = "HC0067";

    /// <summary>The document exceeds a limit of size or depth.</summary>
    public const string TooManyNodes = "HC0076";

    /// <summary>The request lacks the header that keeps foreign pages from sending it.</summary>
    public const string PreflightRequired = "HC0077";

    /// <summary>A list needs exactly one argument that says how long it is.</summary>
    public const string OneSlicingArgumentRequired = "HC0082";

    /// <summary>An introspection query nests lists of fields and types too deeply.</summary>
    public const string IntrospectionTooDeep = "HC0086";

    /// <summary>A field stands too often on one way through the operation.</summary>
    public const string FieldCycleTooDeep = "HC0087";

    /// <summary>Validating the document would cost too much.</summary>
    public const string ValidationBudget = "HC0107";

    /// <summary>The response would be longer than allowed. Hot Chocolate has no such limit.</summary>
    public const string ResponseTooLarge = "RESPONSE_TOO_LARGE";

    /// <summary>More parts of a response would be pending than allowed. Hot Chocolate has no such limit.</summary>
    public const string TooManyPendingResults = "TOO_MANY_PENDING_RESULTS";

    /// <summary>A filter exceeds one of the limits of <c>FilterOptions</c>.</summary>
    public const string FilterTooComplex = "FILTER_TOO_COMPLEX";

    /// <summary>An order exceeds a limit of <c>SortOptions</c>.</summary>
    public const string OrderTooComplex = "ORDER_TOO_COMPLEX";

    /// <summary>An entry of an order does not say what comes first.</summary>
    public const string AmbiguousOrder = "ORDER_AMBIGUOUS";

    /// <summary>What another subgraph says of an object is not enough to find it, or wrong. Hot Chocolate has no code for it.</summary>
    public const string InvalidRepresentation = "INVALID_REPRESENTATION";

    /// <summary>Nobody is signed in and the field needs somebody.</summary>
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";

    /// <summary>Who is signed in may not see or do this.</summary>
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    /// <summary>A field demands a policy that the application does not have.</summary>
    public const string PolicyNotFound = "AUTH_POLICY_NOT_FOUND";

    /// <summary>A field demands the default policy, and the application has none.</summary>
    public const string NoDefaultPolicy = "AUTH_NO_DEFAULT_POLICY";
}
