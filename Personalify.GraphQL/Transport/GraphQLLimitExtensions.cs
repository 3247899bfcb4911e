using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Validation;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Changes what a request may cost. Every limit is on by default; SECURITY.md lists them all with their codes. Hot
/// Chocolate's names.
/// </summary>
public static class GraphQLLimitExtensions
{
    /// <summary>Changes what parsing may cost.</summary>
    public static IGraphQLBuilder ModifyParserOptions(this IGraphQLBuilder builder, Action<ParserOptions> modify) =>
        builder.ModifyRequestOptions(options => modify(options.Parser));

    /// <summary>Changes what validation tells and what it may cost.</summary>
    public static IGraphQLBuilder ModifyValidationOptions(this IGraphQLBuilder builder, Action<ValidationOptions> modify) =>
        builder.ModifyRequestOptions(options => modify(options.Validation));

    /// <summary>Changes what an operation may cost, and how that is computed.</summary>
    public static IGraphQLBuilder ModifyCostOptions(this IGraphQLBuilder builder, Action<CostOptions> modify) =>
        builder.ModifyRequestOptions(options => modify(options.Cost));

    /// <summary>Limits how deep fields may nest, introspection apart; the root fields are level 1.</summary>
    public static IGraphQLBuilder AddMaxExecutionDepthRule(this IGraphQLBuilder builder, int maxAllowedExecutionDepth) =>
        builder.ModifyRequestOptions(options => options.MaxExecutionDepth = maxAllowedExecutionDepth);

    /// <summary>Limits how often one field may stand on one way from the root to a leaf.</summary>
    public static IGraphQLBuilder AddMaxAllowedFieldCycleDepthRule(this IGraphQLBuilder builder, int defaultCycleLimit = 3) =>
        builder.ModifyRequestOptions(options => options.MaxAllowedFieldCycleDepth = defaultCycleLimit);

    /// <summary>Refuses <c>__schema</c> and <c>__type</c>, and offers the schema for download no more.</summary>
    public static IGraphQLBuilder DisableIntrospection(this IGraphQLBuilder builder, bool disable = true) => builder
        .ModifyRequestOptions(options => options.EnableIntrospection = !disable)
        .ModifyServerOptions(options => options.EnableSchemaRequests = !disable);
}
