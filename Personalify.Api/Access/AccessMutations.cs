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

    [GraphQLDescription("Makes the first account of this server, the administrator's, and signs in to it. Once there is one it is refused: "
        + "further accounts are made by an administrator with createAccount.")]
    public static Task<FieldResult<Session, InvalidInputError, NameTakenError, NotAllowedError>> SignUpAsync(
        [GraphQLDescription(NewAccount.OfName)] string name, [GraphQLDescription(NewAccount.OfPassword)] string password,
        [GraphQLDescription(NewAccount.OfDisplayName)] string? displayName, [GraphQLDescription(NewAccount.OfTimeZone)] string? timeZone,
        AccountCreator accounts, CancellationToken cancellationToken) =>
        accounts.SignUpAsync(new NewAccount(name, password, displayName, timeZone), cancellationToken);

    [GraphQLDescription("Makes an account for another person, who signs in with its name and password. Administrators only.")]
    public static Task<FieldResult<User, InvalidInputError, NameTakenError, NotAllowedError>> CreateAccountAsync(
        [GraphQLDescription(NewAccount.OfName)] string name, [GraphQLDescription(NewAccount.OfPassword)] string password,
        [GraphQLDescription(NewAccount.OfDisplayName)] string? displayName, [GraphQLDescription(NewAccount.OfTimeZone)] string? timeZone,
        AccountCreator accounts, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        accounts.CreateAsync(new NewAccount(name, password, displayName, timeZone), principal, cancellationToken);

    [GraphQLDescription("Starts a session with name and password.")]
    public static Task<FieldResult<Session, SignInFailedError, TooManyAttemptsError>> SignInAsync(
        [GraphQLDescription("The account's name; case does not matter.")] string name,
        [GraphQLDescription("The account's password.")] string password,
        SignIn signIn, [GlobalState(RemoteAddress)] string address, CancellationToken cancellationToken) =>
        signIn.WithPasswordAsync(name, password, address, cancellationToken);

    [GraphQLDescription("Signs in to the demo account, which needs no password.")]
    public static Task<FieldResult<Session, SignInFailedError, TooManyAttemptsError>> SignInToDemoAsync(
        SignIn signIn, [GlobalState(RemoteAddress)] string address, CancellationToken cancellationToken) =>
        signIn.ToDemoAsync(address, cancellationToken);

    [UseMutationConvention(PayloadFieldName = "signedOut")]
    [GraphQLDescription("Ends the session of this request; false when there is none.")]
    public static async Task<bool> SignOutAsync(SessionStore sessions, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.FindSession() is not { } session) return false;
        await sessions.EndAsync(session, cancellationToken);
        return true;
    }

    [Authorize(Policies.OwnWritable)]
    [GraphQLDescription("Changes the own password and ends all other sessions.")]
    public static Task<FieldResult<User, InvalidInputError, NotAllowedError, TooManyAttemptsError>> ChangePasswordAsync(
        [GraphQLDescription("The password until now; left out where there is none yet.")] string? currentPassword,
        [GraphQLDescription(NewAccount.OfPassword)] string newPassword,
        PasswordChange change, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        change.RunAsync(currentPassword, newPassword, principal, cancellationToken);
}
