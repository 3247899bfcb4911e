namespace Personalify.GraphQL.ApolloFederation;

/// <summary>The version of the federation specification that a subgraph is written in.</summary>
public enum FederationVersion
{
    /// <summary>2.0</summary>
    Federation20 = 0,

    /// <summary>2.1</summary>
    Federation21 = 1,

    /// <summary>2.2</summary>
    Federation22 = 2,

    /// <summary>2.3: entities that are interfaces.</summary>
    Federation23 = 3,

    /// <summary>2.4</summary>
    Federation24 = 4,

    /// <summary>2.5: <see cref="AuthenticatedAttribute"/> and <see cref="RequiresScopesAttribute"/>.</summary>
    Federation25 = 5,

    /// <summary>2.6: <see cref="PolicyAttribute"/>.</summary>
    Federation26 = 6,

    /// <summary>2.7: labels of <see cref="OverrideAttribute"/>.</summary>
    Federation27 = 7,

    /// <summary>2.8</summary>
    Federation28 = 8,

    /// <summary>2.9</summary>
    Federation29 = 9,

    /// <summary>2.10</summary>
    Federation210 = 10,

    /// <summary>2.11</summary>
    Federation211 = 11,

    /// <summary>2.12</summary>
    Federation212 = 12,

    /// <summary>The newest that is known.</summary>
    Latest = Federation212,
}

/// <summary>How a schema joins a larger graph.</summary>
public sealed class ApolloFederationOptions
{
    /// <summary>The version that the subgraph's SDL links to.</summary>
    public FederationVersion Version { get; set; } = FederationVersion.Latest;

    /// <summary>
    /// How many representations one <c>_entities</c> may have; more fail with <c>HC0076</c>. The router sends as many as lists of other
    /// subgraphs are long, so the limit should not lie below those. What they cost is counted besides.
    /// </summary>
    public int MaxAllowedRepresentations { get; set; } = 1_000;
}
