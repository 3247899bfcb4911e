using System.Collections.Immutable;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// What the resolvers of an operation set for the fields below them, looked up on the way to the root, and for their own call. Kept apart from
/// calls, so that nobody pays for it who sets nothing.
/// </summary>
internal sealed class ScopedStates
{
    private readonly Dictionary<(ObjectNode, FieldPlan), IImmutableDictionary<string, object?>> _states = [];

    private readonly Dictionary<ResolverJob, IImmutableDictionary<string, object?>> _ofCalls = [];

    /// <summary>What holds for one call alone.</summary>
    public void Set(ResolverJob call, IImmutableDictionary<string, object?> state)
    {
        lock (_ofCalls) _ofCalls[call] = state;
    }

    /// <summary>What holds for one call, or <c>null</c> when nothing was set.</summary>
    public IImmutableDictionary<string, object?>? Of(ResolverJob call)
    {
        lock (_ofCalls) return _ofCalls.GetValueOrDefault(call);
    }

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
