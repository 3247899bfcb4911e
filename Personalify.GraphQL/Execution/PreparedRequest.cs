using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>A request on its way through <see cref="RequestPhases"/>; each phase fills in one property.</summary>
internal sealed class PreparedRequest(GraphQLRequest request)
{
    public GraphQLRequest Request => request;

    public CachedDocument Document { get; set; } = null!;

    public OperationDefinitionNode Definition { get; set; } = null!;

    public ObjectType RootType { get; set; } = null!;

    public PreparedOperation Operation { get; set; } = null!;

    public VariableValues Variables { get; set; } = VariableValues.None;

    public OperationPlan Plan { get; set; } = null!;
}
