using System.Security.Claims;
using Personalify.Api.Access.Connections;
using Personalify.Api.Errors;

namespace Personalify.Api.Access;

/// <summary>Deletes the own account with everything, once the password, or without one the name, has said that it is meant.</summary>
internal sealed class AccountDeletion(
    AccountStore accounts, AccountDeletionStore store, SpotifyWipes wipes, Passwords passwords, SignInThrottle throttle)
{
    private static readonly LastAdministratorError LastAdministrator = new(
        "This is the only administrator's account, and other people have accounts on this server. Make one of them an administrator first "
        + "(on the server: Api users make-administrator --name NAME), then delete this one.");

    private static readonly InvalidInputError WrongName =
        new("This is not the account's name. The account is as it was.", "name");

    /// <param name="password">Proves who asks.</param>
    /// <param name="name">The account's name, which confirms it where the account has no password.</param>
    /// <param name="principal">Who asks.</param>
    /// <param name="cancellationToken">Ends it before it has begun.</param>
    public async Task<FieldResult<bool>> RunAsync(
        string? password, string? name, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(principal.GetUserId(), cancellationToken) is not { } account) return false;
        if (Refuse(account, password ?? "", name ?? "") is { } error) return new([error]);
        // From here on it goes to its end, whether its client still waits for the answer or not.
        if (!await store.DeleteAsync(account.User.Id, CancellationToken.None)) return new([LastAdministrator]);
        await wipes.FinishAsync(account.User.Id);
        return true;
    }

    private object? Refuse(Account account, string password, string name)
    {
        if (account.PasswordHash is null) return IsNameOf(account, name) ? null : WrongName;
        // A borrowed session must not become a way to guess the password.
        if (throttle.BeginForName(account.User.Name) is { } tooMany) return tooMany;
        if (!passwords.Verify(account.PasswordHash, password))
            return new InvalidInputError("The password is wrong. The account is as it was.", "password");
        throttle.SucceedForName(account.User.Name);
        return null;
    }

    private static bool IsNameOf(Account account, string name) =>
        AccountRules.NormalizeName(name).Equals(account.User.Name, StringComparison.OrdinalIgnoreCase);
}
