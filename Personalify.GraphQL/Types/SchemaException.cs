using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types;

/// <summary>A schema cannot be built. Holds everything that is wrong with it, not only the first thing.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>One sentence that names the type or member and the way out.</summary>
    public SchemaException(string message)
        : this([new GraphQLError(message)])
    {
    }

    /// <summary>All that is wrong.</summary>
    public SchemaException(IReadOnlyList<GraphQLError> errors)
        : base(string.Join('\n', errors.Select(error => error.Message))) => Errors = errors;

    /// <summary>What is wrong, with places in the SDL where there is one.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
