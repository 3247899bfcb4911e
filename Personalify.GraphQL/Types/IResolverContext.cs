using System.Collections.Immutable;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>What a resolver may know about its field and request. Valid while the resolver runs.</summary>
public interface IResolverContext
{
    /// <summary>The schema of the request.</summary>
    Schema Schema { get; }

    /// <summary>The object type whose field is resolved.</summary>
    ObjectType ObjectType { get; }

    /// <summary>The field that is resolved.</summary>
    OutputField Field { get; }

    /// <summary>The field's key in the response: its alias or its name.</summary>
    string ResponseName { get; }

    /// <summary>The field's entry in the response, and what is selected below it.</summary>
    ISelection Selection { get; }

    /// <summary>The field's syntax; more than one node when selections were merged.</summary>
    IReadOnlyList<FieldNode> Nodes { get; }

    /// <summary>The response position: names (string) and list indexes (int). Allocates; meant for errors and logs.</summary>
    IReadOnlyList<object> Path { get; }

    /// <summary>The services of the request, or of this resolver when it has a scope of its own.</summary>
    IServiceProvider Services { get; }

    /// <summary>Signalled when the client has gone away or the request has taken too long.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>State of the request, shared by all its resolvers: what interceptors put there, such as the current user.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>What the field's resolver has found, for those who are asked about it; <c>null</c> before.</summary>
    object? Result => null;

    /// <summary>
    /// State of this field and of everything below it. What is set before the resolver has returned is seen by the resolvers of the fields below,
    /// and by nobody else.
    /// </summary>
    IImmutableDictionary<string, object?> ScopedContextData { get; set; }

    /// <summary>
    /// State of this call of the field alone: of its middleware and its resolver. Without middleware nobody but the resolver sees it.
    /// </summary>
    IImmutableDictionary<string, object?> LocalContextData { get; set; }

    /// <summary>The parent object.</summary>
    /// <exception cref="InvalidCastException">The parent is of another type.</exception>
    T Parent<T>();

    /// <summary>An argument's coerced value; default when it was not given.</summary>
    T? ArgumentValue<T>(string name);

    /// <summary>An argument's coerced value, and whether it was given at all.</summary>
    Optional<T> ArgumentOptional<T>(string name);

    /// <summary>Whether the selection below this field asks for a field of that name, on any possible type, not skipped.</summary>
    bool IsSelected(string fieldName);

    /// <summary>Adds an error at this position without failing the field.</summary>
    void ReportError(GraphQLError error);
}
