using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Asks for authorization before a resolver runs, or about what it has found.</summary>
internal static class AuthorizedResolver
{
    /// <summary>The resolver behind its demands; without any, the resolver itself. What a request must satisfy as a whole is asked elsewhere.</summary>
    public static FieldResolver Wrap(FieldResolver resolver, IReadOnlyList<AuthorizationDemand> demands)
    {
        var (before, after) = (At(ApplyPolicy.BeforeResolver, demands), At(ApplyPolicy.AfterResolver, demands));
        return before.Length == 0 && after.Length == 0 ? resolver : async context =>
        {
            await AskAsync(context, before).ConfigureAwait(false);
            return await AskAboutAsync(context, await resolver(context).ConfigureAwait(false), after).ConfigureAwait(false);
        };
    }

    /// <summary>The same for a method that fetches an object. No request selects it, so what it demands of requests is asked before it runs.</summary>
    public static ReferenceResolver Wrap(ReferenceResolver resolver, IReadOnlyList<AuthorizationDemand> demands)
    {
        AuthorizationDemand[] before = [.. At(ApplyPolicy.BeforeResolver, demands), .. At(ApplyPolicy.Validation, demands)];
        var after = At(ApplyPolicy.AfterResolver, demands);
        return demands.Count == 0 ? resolver : async (context, reference) =>
        {
            await AskAsync(context, before).ConfigureAwait(false);
            return await AskAboutAsync(context, await resolver(context, reference).ConfigureAwait(false), after).ConfigureAwait(false);
        };
    }

    /// <summary>The same for a source stream: who may not see the field may not open its stream either.</summary>
    public static Subscriber Wrap(Subscriber open, IReadOnlyList<AuthorizationDemand> demands)
    {
        var before = At(ApplyPolicy.BeforeResolver, demands);
        return before.Length == 0 ? open : async context =>
        {
            await AskAsync(context, before).ConfigureAwait(false);
            return await open(context).ConfigureAwait(false);
        };
    }

    /// <summary>Those that are asked at a time.</summary>
    public static AuthorizationDemand[] At(ApplyPolicy apply, IEnumerable<AuthorizationDemand> demands) => [.. demands.Where(demand => demand.Apply == apply)];

    /// <summary>Returns when every demand is met.</summary>
    /// <exception cref="GraphQLException">One is not.</exception>
    public static async ValueTask AskAsync(IResolverContext context, IReadOnlyList<AuthorizationDemand> demands)
    {
        if (demands.Count == 0) return;
        var field = $"{context.ObjectType.Name}.{context.Field.Name}";
        var authorizer = context.Services.GetService<IGraphQLAuthorizer>() ?? throw new InvalidOperationException(
            $"{field} is marked with [Authorize], but no {nameof(IGraphQLAuthorizer)} is registered, so nobody may read it.");
        foreach (var demand in demands)
        {
            var outcome = await authorizer.AuthorizeAsync(context, demand).ConfigureAwait(false);
            if (outcome != AuthorizationOutcome.Allowed) throw new GraphQLException(AuthorizationErrors.Of(outcome, field, demand));
        }
    }

    private static async ValueTask<object?> AskAboutAsync(IResolverContext context, object? result, AuthorizationDemand[] demands)
    {
        if (result is not null && demands.Length > 0) await AskAsync(new ResolvedContext(context, result), demands).ConfigureAwait(false);
        return result;
    }
}
