using Microsoft.AspNetCore.Authorization;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;

namespace Personalify.Api.Access;

/// <summary>A requirement that looks at the field's parent, and knows parents of one class only.</summary>
public interface IParentRequirement
{
    Type Parent { get; }
}

/// <summary>
/// Checks at the start of the server that every policy stands on a field which it can judge. A misplaced policy would refuse every request,
/// and a field that no user may read is easily mistaken for one that is guarded well.
/// </summary>
public sealed class PolicyPlacement(IRequestExecutor executor, IAuthorizationPolicyProvider policies) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var type in executor.Schema.Types.Values.OfType<ObjectType>())
        foreach (var field in type.Fields)
        foreach (var demand in field.Demands)
        {
            if (await ComplainAsync(type, demand.Policy) is { } complaint)
                throw new InvalidOperationException($"{type.Name}.{field.Name} demands the policy '{demand.Policy}', {complaint}");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<string?> ComplainAsync(ObjectType type, string? name)
    {
        if (name is null) return null;
        if (await policies.GetPolicyAsync(name) is not { } policy)
            return "which this server does not have. Add it in AccessModule, or name one of Policies.";
        var parent = policy.Requirements.OfType<IParentRequirement>().Select(requirement => requirement.Parent)
            .FirstOrDefault(each => !each.IsAssignableFrom(type.RuntimeType));
        return parent is null ? null : $"which judges fields of {parent.Name} only. Put the field on that type, or demand another policy.";
    }
}
