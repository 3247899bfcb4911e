namespace Personalify.GraphQL.Execution;

/// <summary>What has a span of its own. Hot Chocolate's names.</summary>
[Flags]
public enum ActivityScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The request over HTTP. ASP.NET Core has a span for it already.</summary>
    ExecuteHttpRequest = 1,

    /// <summary>The reading of a request's body or address.</summary>
    ParseHttpRequest = 2,

    /// <summary>The writing of a result to the response.</summary>
    FormatHttpResponse = 4,

    /// <summary>The GraphQL request: the span of the semantic conventions, with the operation's type and name. Events of subscriptions too.</summary>
    ExecuteRequest = 8,

    /// <summary>The parsing of a document that is not in the cache.</summary>
    ParseDocument = 16,

    /// <summary>The validation of a document that is not in the cache.</summary>
    ValidateDocument = 32,

    /// <summary>The computation of the operation's cost.</summary>
    AnalyzeOperationCost = 64,

    /// <summary>The coercion of variables.</summary>
    CoerceVariables = 128,

    /// <summary>The compilation of an operation that has no plan yet.</summary>
    CompileOperation = 256,

    /// <summary>The run of the operation: resolvers, loads and writing.</summary>
    ExecuteOperation = 512,

    /// <summary>Each resolver: dear, and many.</summary>
    ResolveFieldValue = 1024,

    /// <summary>Each batch of a DataLoader.</summary>
    DataLoaderBatch = 2048,

    /// <summary>The opening of a subscription's source.</summary>
    CreateSourceEventStream = 4096,

    /// <summary>What comes later of an answer in parts, from its initial result to its last.</summary>
    ExecuteStream = 8192,

    /// <summary>The request, its batches, what comes later, and what is done for a document or a subscription only once.</summary>
    Default = ExecuteRequest | ParseDocument | ValidateDocument | CompileOperation | DataLoaderBatch | CreateSourceEventStream | ExecuteStream,

    /// <summary>Everything.</summary>
    All = ExecuteHttpRequest | ParseHttpRequest | FormatHttpResponse | ExecuteRequest | ParseDocument | ValidateDocument | AnalyzeOperationCost
        | CoerceVariables | CompileOperation | ExecuteOperation | ResolveFieldValue | DataLoaderBatch | CreateSourceEventStream | ExecuteStream,
}
