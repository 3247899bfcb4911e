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
/// Looks, before anybody is served, whether every policy stands where it can judge: it would otherwise fail at each request, and a field that nobody may
/// read looks like a field that is guarded well.
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
        if (await policies.GetPolicyAsync(name) is not { } policy) return "which this server does not have. Add it in AccessModule, or name one of Policies.";
        var parent = policy.Requirements.OfType<IParentRequirement>().Select(requirement => requirement.Parent).FirstOrDefault(each => !each.IsAssignableFrom(type.RuntimeType));
        return parent is null ? null : $"which judges fields of {parent.Name} only. Put the field on that type, or demand another policy.";
    }
}
