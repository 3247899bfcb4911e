namespace Personalify.GraphQL.Types;

/// <summary>Services of a resolver that does several things side by side, each of which needs services of its own.</summary>
internal interface ISeparableServices
{
    /// <summary>Services that share nothing but DataLoaders with the others of the request; they live as long as it does.</summary>
    IServiceProvider Separate();
}
