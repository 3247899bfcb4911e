using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>An error filter that is a function.</summary>
internal sealed class DelegateErrorFilter(Func<GraphQLError, GraphQLError> filter) : IErrorFilter
{
    public GraphQLError OnError(GraphQLError error) => filter(error);
}
