namespace Personalify.GraphQL.Types;

/// <summary>Decides whether a field with <see cref="AuthorizeAttribute"/> may be resolved. Found among the request's services.</summary>
public interface IGraphQLAuthorizer
{
    /// <summary>Asked before the field's resolver runs, with the parent and the arguments at hand, or after it, with its result.</summary>
    /// <param name="context">The field, its parent and its arguments; afterwards its <see cref="IResolverContext.Result"/> too.</param>
    /// <param name="demand">What is demanded.</param>
    ValueTask<AuthorizationOutcome> AuthorizeAsync(IResolverContext context, AuthorizationDemand demand);

    /// <summary>Asked once for a request that selects fields with <see cref="ApplyPolicy.Validation"/>, before anything of it runs.</summary>
    /// <param name="context">The request.</param>
    /// <param name="demand">What is demanded.</param>
    ValueTask<AuthorizationOutcome> AuthorizeAsync(AuthorizationContext context, AuthorizationDemand demand);
}

/// <summary>What an <see cref="AuthorizeAttribute"/> demands of who is signed in.</summary>
/// <param name="Policy">The policy to satisfy, or <c>null</c> for none or the default.</param>
/// <param name="Roles">The roles of which one is needed; empty for none.</param>
/// <param name="Apply">When it is asked.</param>
public sealed record AuthorizationDemand(string? Policy, IReadOnlyList<string> Roles, ApplyPolicy Apply = ApplyPolicy.BeforeResolver);

/// <summary>What an <see cref="IGraphQLAuthorizer"/> decided.</summary>
public enum AuthorizationOutcome
{
    /// <summary>The field may be resolved.</summary>
    Allowed,

    /// <summary>Nobody is signed in. The field fails with <see cref="Errors.ErrorCodes.NotAuthenticated"/>.</summary>
    NotAuthenticated,

    /// <summary>Who is signed in may not. The field fails with <see cref="Errors.ErrorCodes.NotAuthorized"/>.</summary>
    NotAuthorized,

    /// <summary>The application has no such policy. The field fails with <see cref="Errors.ErrorCodes.PolicyNotFound"/>.</summary>
    PolicyNotFound,

    /// <summary>The application has no default policy. The field fails with <see cref="Errors.ErrorCodes.NoDefaultPolicy"/>.</summary>
    NoDefaultPolicy,
}
