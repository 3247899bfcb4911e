using Personalify.Api.OperationDocuments;
using Personalify.GraphQL.Transport;

namespace Personalify.Api.Hosting;

/// <summary>Settings below <c>GraphQL</c>: what a request may cost, and what clients may ask at all. Read once, at start.</summary>
public sealed class GraphQLOptions
{
    public const string Section = "GraphQL";

    /// <summary>The longest body of a request in bytes. Files of a form have the limits of <c>Imports</c>.</summary>
    public int MaxAllowedRequestSize { get; set; } = 1 << 20;

    /// <summary>The longest that a request may take, once it has arrived.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The work of an operation. The dearest pages (the Overview, the Top lists of a hundred) stay below half of it, and a test holds that.</summary>
    public double MaxFieldCost { get; set; } = 2_000;

    /// <summary>The objects in an answer; as with <see cref="MaxFieldCost"/>, the pages stay below half of it.</summary>
    public double MaxTypeCost { get; set; } = 5_000;

    /// <summary>Which batches are answered.</summary>
    public AllowedBatching Batching { get; set; } = AllowedBatching.None;

    /// <summary>The most requests of a batch. Each costs as much as one that comes alone.</summary>
    public int MaxBatchSize { get; set; } = 16;

    /// <summary>Whether clients may ask for the schema, and download it.</summary>
    public bool EnableIntrospection { get; set; } = true;

    /// <summary>Whether browsers get the IDE at the endpoint.</summary>
    public bool EnableBananaCakePop { get; set; } = true;

    /// <summary>
    /// Whether the schema can join a larger graph: artists, albums, tracks and users are then entities by their ids. Off, because the public schema
    /// then stays as it is exported.
    /// </summary>
    public bool Federation { get; set; }

    public OperationDocumentOptions PersistedOperations { get; set; } = new();
}
