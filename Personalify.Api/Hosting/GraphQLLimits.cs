using Personalify.GraphQL.Transport;

namespace Personalify.Api.Hosting;

/// <summary>
/// What an operation on this schema may cost. The dearest pages (the Overview, the Top lists of a hundred) stay below half of it,
/// and a test holds that.
/// </summary>
public static class GraphQLLimits
{
    public const double MaxFieldCost = 2_000;

    public const double MaxTypeCost = 5_000;

    public static IGraphQLBuilder AddLimits(this IGraphQLBuilder builder) => builder.ModifyCostOptions(options =>
    {
        options.MaxFieldCost = MaxFieldCost;
        options.MaxTypeCost = MaxTypeCost;
    });
}
