using System.Security.Claims;
using Personalify.Api.Errors;

namespace Personalify.Api.Access;

[MutationType]
[GraphQLDescription("Where every write starts.")]
public static class AccessMutations
{
    /// <summary>The key of the request's state under which the client's address stands.</summary>
    public const string RemoteAddress = "remoteAddress";

    [GraphQLDescription("Makes an account and signs it in. The first account is the administrator; later ones are made by the administrator.")]
    public static async Task<CreateAccountPayload> CreateAccountAsync(
        CreateAccountInput input, AccountCreator accounts, SessionStore sessions, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var (user, errors) = await accounts.CreateAsync(input, principal, cancellationToken);
        return user is null
            ? new CreateAccountPayload(null, errors)
            : new CreateAccountPayload(await sessions.StartAsync(user, cancellationToken), null);
    }

    public static async Task<SignInPayload> SignInAsync(
        SignInInput input, SignIn signIn, [GlobalState(RemoteAddress)] string address, CancellationToken cancellationToken) =>
        ToPayload(await signIn.WithPasswordAsync(input, address, cancellationToken));

    [GraphQLDescription("Signs in to the demo account, which needs no password.")]
    public static async Task<SignInPayload> SignInToDemoAsync(
        SignIn signIn, [GlobalState(RemoteAddress)] string address, CancellationToken cancellationToken) =>
        ToPayload(await signIn.ToDemoAsync(address, cancellationToken));

    public static async Task<SignOutPayload> SignOutAsync(
        SessionStore sessions, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.FindSession() is not { } session) return new SignOutPayload(false);
        await sessions.EndAsync(session, cancellationToken);
        return new SignOutPayload(true);
    }

    [Authorize(Policies.SignedIn)]
    public static async Task<ChangePasswordPayload> ChangePasswordAsync(
        ChangePasswordInput input, PasswordChange change, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var (user, error) = await change.RunAsync(input, principal, cancellationToken);
        return new ChangePasswordPayload(user, error is null ? null : [error]);
    }

    private static SignInPayload ToPayload((Session? Session, Error? Error) outcome) =>
        new(outcome.Session, outcome.Error is null ? null : [outcome.Error]);
}
