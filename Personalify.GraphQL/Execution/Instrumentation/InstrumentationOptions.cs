namespace Personalify.GraphQL.Execution;

/// <summary>What <c>AddInstrumentation</c> writes into spans. What may be about a person stays out unless it is switched on here.</summary>
public sealed class InstrumentationOptions
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string SourceName = "Personalify.GraphQL";

    /// <summary>What has a span of its own. Default: <see cref="ActivityScopes.Default"/>.</summary>
    public ActivityScopes Scopes { get; set; } = ActivityScopes.Default;

    /// <summary>
    /// Whether the outermost span of this process, usually that of HTTP, also names the operation: <c>POST /graphql: query Overview</c>.
    /// Clients choose that name, so there may be very many. Default: no.
    /// </summary>
    public bool RenameRootActivity { get; set; }

    /// <summary>Whether spans carry the text of the document. Literals in it may be about persons. Default: no; its hash is always there.</summary>
    public bool IncludeDocument { get; set; }

    /// <summary>Whether spans of batches carry the keys, which may be about persons. Default: no; their number is always there.</summary>
    public bool IncludeDataLoaderKeys { get; set; }

    internal bool Has(ActivityScopes scope) => (Scopes & scope) != 0;
}
