namespace Personalify.GraphQL.Types;

/// <summary>Decides whether a field with <see cref="AuthorizeAttribute"/> may be resolved. Found among the request's services.</summary>
public interface IGraphQLAuthorizer
{
    /// <summary>Asked before the field's resolver runs, with the parent and the arguments at hand.</summary>
    /// <param name="context">The field, its parent and its arguments.</param>
    /// <param name="policy">The policy to satisfy, or <c>null</c> when being signed in is enough.</param>
    ValueTask<AuthorizationOutcome> AuthorizeAsync(IResolverContext context, string? policy);
}

/// <summary>What an <see cref="IGraphQLAuthorizer"/> decided.</summary>
public enum AuthorizationOutcome
{
    /// <summary>The field may be resolved.</summary>
    Allowed,

    /// <summary>Nobody is signed in. The field fails with <see cref="Errors.ErrorCodes.NotAuthenticated"/>.</summary>
    NotAuthenticated,

    /// <summary>Who is signed in may not. The field fails with <see cref="Errors.ErrorCodes.NotAuthorized"/>.</summary>
    NotAuthorized,
}
