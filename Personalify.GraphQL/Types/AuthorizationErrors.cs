using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types;

/// <summary>What a client is told who may not use something.</summary>
internal static class AuthorizationErrors
{
    /// <param name="outcome">What was decided; not <see cref="AuthorizationOutcome.Allowed"/>.</param>
    /// <param name="what">What may not be used: a field, or an operation.</param>
    /// <param name="demand">What was demanded.</param>
    public static GraphQLError Of(AuthorizationOutcome outcome, string what, AuthorizationDemand demand) => outcome switch
    {
        AuthorizationOutcome.NotAuthenticated => new GraphQLError($"Sign in to use {what}.").WithCode(ErrorCodes.NotAuthenticated),
        AuthorizationOutcome.PolicyNotFound => new GraphQLError(
            $"{what} demands the policy '{demand.Policy}', which this server does not have, so nobody may use it.").WithCode(ErrorCodes.PolicyNotFound),
        AuthorizationOutcome.NoDefaultPolicy => new GraphQLError(
            $"{what} demands the default policy, and this server has none, so nobody may use it.").WithCode(ErrorCodes.NoDefaultPolicy),
        _ => new GraphQLError($"The signed-in user may not use {what}.").WithCode(ErrorCodes.NotAuthorized),
    };
}
