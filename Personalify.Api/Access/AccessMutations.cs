using System.Security.Claims;
using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

[MutationType]
[GraphQLDescription("Where every write starts.")]
public static class AccessMutations
{
    /// <summary>The key of the request's state under which the client's address stands.</summary>
    public const string RemoteAddress = "remoteAddress";

    [GraphQLDescription("Makes an account. The first one is the administrator's, and is signed in "
        + "at once; later ones are made by the administrator for others.")]
    public static async Task<FieldResult<CreateAccountPayload, InvalidInputError, NameTakenError, NotAllowedError>> CreateAccountAsync(
        CreateAccountInput input, AccountCreator accounts, SessionStore sessions, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var account = await accounts.CreateAsync(input, principal, cancellationToken);
        if (account.Value is not { } user) return new(account.Errors);
        var isForOther = principal.IsInRole(Policies.Administrator);
        return new CreateAccountPayload(user, isForOther ? null : await sessions.StartAsync(user, cancellationToken));
    }

    public static Task<FieldResult<Session, SignInFailedError, TooManyAttemptsError>> SignInAsync(
        string name, string password, SignIn signIn, [GlobalState(RemoteAddress)] string address, CancellationToken cancellationToken) =>
        signIn.WithPasswordAsync(name, password, address, cancellationToken);

    [GraphQLDescription("Signs in to the demo account, which needs no password.")]
    public static Task<FieldResult<Session, SignInFailedError, TooManyAttemptsError>> SignInToDemoAsync(
        SignIn signIn, [GlobalState(RemoteAddress)] string address, CancellationToken cancellationToken) =>
        signIn.ToDemoAsync(address, cancellationToken);

    [UseMutationConvention(PayloadFieldName = "signedOut")]
    public static async Task<bool> SignOutAsync(SessionStore sessions, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.FindSession() is not { } session) return false;
        await sessions.EndAsync(session, cancellationToken);
        return true;
    }

    [Authorize(Policies.OwnWritable)]
    public static Task<FieldResult<User, InvalidInputError, NotAllowedError, TooManyAttemptsError>> ChangePasswordAsync(
        string currentPassword, string newPassword, PasswordChange change, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        change.RunAsync(currentPassword, newPassword, principal, cancellationToken);
}
