using System.Security.Claims;
using Personalify.Api.Errors;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Access;

/// <summary>Deletes the own account with everything, once the password has proved who asks.</summary>
internal sealed class AccountDeletion(AccountStore accounts, AccountDeletionStore store, Passwords passwords, SignInThrottle throttle)
{
    private static readonly LastAdministratorError LastAdministrator = new(
        "This is the only administrator's account, and other people have accounts on this server. Make one of them an administrator first "
        + "(on the server: Api users make-administrator --name NAME), then delete this one.");

    private static readonly NotAllowedError NoPassword =
        new("This account has no password that could prove who asks. Ask an administrator for a reset link.");

    private static readonly NotAllowedError HistoryAway = new(
        "The store of your sync history does not answer, and would keep it. Nothing was deleted; try again when it is back.");

    public async Task<FieldResult<bool>> RunAsync(string password, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(principal.GetUserId(), cancellationToken);
        if (account?.PasswordHash is null)
            return new([NoPassword]);
        // A borrowed session must not become a way to guess the password.
        if (throttle.BeginForName(account.User.Name) is { } tooMany) return new([tooMany]);
        if (!passwords.Verify(account.PasswordHash, password))
            return new([new InvalidInputError("The password is wrong. The account is as it was.", "password")]);
        throttle.SucceedForName(account.User.Name);
        // From here on it goes to its end, whether its client still waits for the answer or not.
        return await DeleteAsync(account.User.Id);
    }

    /// <summary>An account whose history would stay behind in another store is not deleted.</summary>
    private async Task<FieldResult<bool>> DeleteAsync(int userId)
    {
        try
        {
            return await store.DeleteAsync(userId, CancellationToken.None) ? true : new FieldResult<bool>([LastAdministrator]);
        }
        catch (SyncHistoryUnavailableException)
        {
            return new([HistoryAway]);
        }
    }
}
