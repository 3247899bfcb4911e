using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>What is known of a request that is asked for before it runs (<see cref="ApplyPolicy.Validation"/>): the resource of its policies.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Services">Services that live as long as the question.</param>
/// <param name="ContextData">State of the request: what interceptors put there, such as the current user.</param>
/// <param name="Document">The valid document.</param>
/// <param name="Operation">The operation of it that would run.</param>
public sealed record AuthorizationContext(
    Schema Schema, IServiceProvider Services, IDictionary<string, object?> ContextData, DocumentNode Document, OperationDefinitionNode Operation);
