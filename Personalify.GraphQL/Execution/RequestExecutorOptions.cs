using System.Diagnostics;

namespace Personalify.GraphQL.Execution;

/// <summary>The limits and switches of a <see cref="GraphQLServer"/>.</summary>
public sealed class RequestExecutorOptions
{
    /// <summary>The longest that a request may take, parts that come later included. Default: 30 seconds, and no limit while a debugger is attached.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(30);

    /// <summary>The longest document in bytes. Default: 256 KiB.</summary>
    public int MaxDocumentBytes { get; set; } = 256 * 1024;

    /// <summary>The largest response in bytes, all its parts together. Default: 64 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many deferred fragments and streamed lists of one response may be pending at a time; an object in a list with a deferred fragment
    /// is one of them. Default: 1,024.
    /// </summary>
    public int MaxPendingResults { get; set; } = 1024;

    /// <summary>How many documents are kept parsed, validated and planned. Default: 1,024.</summary>
    public int MaxCachedDocuments { get; set; } = 1024;

    /// <summary>A longer document is handled anew each time, so that a few cannot fill the cache's memory. Default: 32 KiB.</summary>
    public int MaxCachedDocumentBytes { get; set; } = 32 * 1024;

    /// <summary>What parsing may cost. Default: limits for strangers' documents.</summary>
    public Language.ParserOptions Parser { get; } = Language.ParserOptions.Default;

    /// <summary>What validation tells and what it may cost.</summary>
    public Validation.ValidationOptions Validation { get; } = GraphQL.Validation.ValidationOptions.Default;

    /// <summary>What an operation may cost, computed before it runs.</summary>
    public CostOptions Cost { get; } = new();

    /// <summary>How documents that are known by an id are used.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>How deep fields may nest, introspection apart; <c>null</c> for no limit beyond the parser's. Default: 64.</summary>
    public int? MaxExecutionDepth { get; set; } = 64;

    /// <summary>How often one field may stand on one way from the root to a leaf; <c>null</c> for no limit. Default: 3.</summary>
    public int? MaxAllowedFieldCycleDepth { get; set; } = 3;

    /// <summary>Whether clients may ask for the schema by <c>__schema</c> and <c>__type</c>. Default: yes.</summary>
    public bool EnableIntrospection { get; set; } = true;

    /// <summary>
    /// Whether an unexpected exception's message and stack trace are sent. Default: no; a server made by
    /// <c>AddGraphQLServer</c> sends them in the environment Development.
    /// </summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>
    /// The longest that loads wait while nothing of the request moves, for work that may still add to their batch: resolvers that wait for something other than
    /// loads, or earlier batches whose callers may load next. Nothing waits when all that runs waits for loads, which is the
    /// common case. A response is sent whole, so waiting costs it little; a deadline within the jitter of a busy machine
    /// would split batches just when there is most to do. Infinite: wait always; <see cref="TimeSpan.Zero"/>: never.
    /// Default: 500 ms.
    /// </summary>
    public TimeSpan BatchDeadline { get; set; } = TimeSpan.FromMilliseconds(500);
}
