namespace Personalify.GraphQL.Execution;

/// <summary>
/// Names of attributes: OpenTelemetry's semantic conventions for GraphQL servers (status: development), and the conventions that the
/// GraphQL working group for OpenTelemetry proposes, as Hot Chocolate uses them.
/// </summary>
internal static class SemanticConventions
{
    public const string Operation = "GraphQL Operation";
    public const string OperationType = "graphql.operation.type";
    public const string OperationName = "graphql.operation.name";
    public const string Document = "graphql.document";
    public const string DocumentHash = "graphql.document.hash";
    public const string DocumentId = "graphql.document.id";
    public const string ProcessingType = "graphql.processing.type";
    public const string SelectionName = "graphql.selection.name";
    public const string SelectionPath = "graphql.selection.path";
    public const string FieldName = "graphql.selection.field.name";
    public const string FieldParentType = "graphql.selection.field.parent_type";
    public const string FieldCoordinate = "graphql.selection.field.coordinate";
    public const string LoaderName = "graphql.dataloader.name";
    public const string BatchSize = "graphql.dataloader.batch.size";
    public const string BatchKeys = "graphql.dataloader.batch.keys";
    public const string ResultCount = "graphql.stream.results.count";
    public const string ErrorCount = "graphql.errors.count";
    public const string ErrorPath = "graphql.error.path";
    public const string ErrorLocations = "graphql.error.locations";
    public const string FieldCost = "graphql.operation.cost.field";
    public const string TypeCost = "graphql.operation.cost.type";
    public const string ExceptionEvent = "exception";
    public const string ExceptionType = "exception.type";
    public const string ErrorType = "error.type";

    /// <summary>What has failed without a word of its own. OpenTelemetry: attribute <c>error.type</c>.</summary>
    public const string OtherError = "_OTHER";

    private const int LongestName = 64;

    public static string Of(Language.OperationType type) => type switch
    {
        Language.OperationType.Query => "query",
        Language.OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    /// <summary>A name that a client chose, cut to a bearable length.</summary>
    public static string? Short(string? name) => name?.Length > LongestName ? name[..LongestName] : name;
}
