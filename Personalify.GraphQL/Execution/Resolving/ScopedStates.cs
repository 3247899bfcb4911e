using System.Collections.Immutable;

namespace Personalify.GraphQL.Execution;

/// <summary>What the resolvers of an operation set for the fields below them. Looked up on the way to the root, so that nobody else pays for it.</summary>
internal sealed class ScopedStates
{
    private readonly Dictionary<(ObjectNode, FieldPlan), IImmutableDictionary<string, object?>> _states = [];

    /// <summary>What holds for everything below a field of one object.</summary>
    public void Set(ObjectNode parent, FieldPlan field, IImmutableDictionary<string, object?> state)
    {
        lock (_states) _states[(parent, field)] = state;
    }

    /// <summary>What holds for the fields of an object, or <c>null</c> when nobody above has set anything.</summary>
    public IImmutableDictionary<string, object?>? Of(ObjectNode node)
    {
        lock (_states)
        {
            for (var each = node; each.Owner is { } owner; each = owner)
            {
                if (_states.TryGetValue((owner, each.Field!), out var state)) return state;
            }
        }

        return null;
    }
}
