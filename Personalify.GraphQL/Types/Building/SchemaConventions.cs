using Personalify.GraphQL.ApolloFederation;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What the builder was asked to make of the annotated classes beyond what their attributes say.</summary>
internal sealed class SchemaConventions
{
    /// <summary>How mutations become fields with input and payload, or <c>null</c> to leave them.</summary>
    public MutationConventionOptions? Mutations { get; set; }

    /// <summary>Which payloads lead back to the query root, or <c>null</c> for none.</summary>
    public MutationPayloadOptions? MutationPayloads { get; set; }

    /// <summary>What holds for every connection.</summary>
    public PagingOptions Paging { get; } = new();

    /// <summary>How objects are fetched by ids that name their type, or <c>null</c> when ids are as the application has them.</summary>
    public GlobalObjectIdentificationOptions? Nodes { get; set; }

    /// <summary>How the schema joins a larger graph, or <c>null</c> when it stands alone.</summary>
    public ApolloFederationOptions? Federation { get; set; }

    /// <summary>Whether members are called by the code that was generated for them, where there is some. Tests compare both ways.</summary>
    public bool UseGeneratedCode { get; set; } = true;

    /// <summary>What doc comments say, or <c>null</c> where nobody asks them.</summary>
    public XmlDocumentation? Documentation { get; set; }

    /// <summary>Makes and reads ids that name their type.</summary>
    public INodeIdSerializer NodeIds { get; set; } = new DefaultNodeIdSerializer();

    /// <summary>Which scalar a CLR type is.</summary>
    public ScalarBindings Scalars { get; } = new();

    /// <summary>The author's own interface of all errors of mutations, or <c>null</c> for the one with a message.</summary>
    public Type? ErrorInterface { get; set; }
}
