using System.Security.Claims;
using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>
/// Changes a password, or sets the first one of an account that was made through Spotify, and ends the user's other sessions, because
/// another person may have opened one of them with the old password.
/// </summary>
public sealed class PasswordChange(AccountStore accounts, Passwords passwords, SignInThrottle throttle)
{
    public async Task<FieldResult<User, InvalidInputError, NotAllowedError, TooManyAttemptsError>> RunAsync(
        string? currentPassword, string newPassword, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(principal.GetUserId(), cancellationToken);
        if (account is null) return new NotAllowedError("There is no such account any more.");
        if (AccountRules.CheckPassword(newPassword, "newPassword") is { } invalid) return invalid;
        if (account.PasswordHash is null) return await SetAsync(account, newPassword, principal, cancellationToken);
        // A borrowed session must not become a way to guess the password.
        if (throttle.BeginForName(account.User.Name) is { } tooMany) return tooMany;
        if (!passwords.Verify(account.PasswordHash, currentPassword ?? ""))
            return new InvalidInputError("The current password is wrong.", "currentPassword");
        throttle.SucceedForName(account.User.Name);
        return await SetAsync(account, newPassword, principal, cancellationToken);
    }

    private async Task<User> SetAsync(Account account, string newPassword, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var hash = passwords.Hash(newPassword);
        await accounts.ChangePasswordAsync(account.User.Id, hash, principal.FindSession()!, cancellationToken);
        return account.User with { HasPassword = true };
    }
}
