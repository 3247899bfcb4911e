using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Validation;

/// <summary>Ends a validation that would become too expensive; the error is reported behind those already found.</summary>
internal sealed class ValidationAbortedException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
