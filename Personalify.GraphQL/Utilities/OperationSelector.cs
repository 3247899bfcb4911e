using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Utilities;

/// <summary>Finds the operation to run. Specification: 6.1 Executing Requests, GetOperation.</summary>
public static class OperationSelector
{
    /// <summary>
    /// The operation of that name, or the only one when <paramref name="name"/> is <c>null</c>. The empty string is a name,
    /// and no operation has it.
    /// </summary>
    public static OperationDefinitionNode? Select(DocumentNode document, string? name, out GraphQLError? error)
    {
        OperationDefinitionNode? found = null;
        error = null;
        for (var i = 0; i < document.Definitions.Count; i++)
        {
            if (document.Definitions[i] is not OperationDefinitionNode operation || (name is not null && operation.Name?.Value != name)) continue;
            if (found is not null)
            {
                error = Error("Must provide operation name if query contains multiple operations.");
                return null;
            }

            found = operation;
        }

        if (found is null) error = Error(name is null ? "Must provide an operation." : $"Unknown operation named \"{name}\".");
        return found;
    }

    private static GraphQLError Error(string message) => new GraphQLError(message).WithCode(ErrorCodes.OperationNotFound);
}
