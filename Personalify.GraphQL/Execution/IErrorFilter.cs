using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>Sees every execution error before the client does and may change it, such as giving an exception a code.</summary>
public interface IErrorFilter
{
    /// <summary>Returns the error to send. <see cref="GraphQLError.Exception"/> holds the cause.</summary>
    GraphQLError OnError(GraphQLError error);
}
