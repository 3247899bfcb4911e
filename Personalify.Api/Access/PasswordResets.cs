using System.Globalization;
using System.Security.Claims;
using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>Makes reset links for people who have forgotten their password, and takes them.</summary>
public sealed class PasswordResets(AccountStore accounts, PasswordResetStore store, SessionStore sessions, Passwords passwords)
{
    private static readonly NotAllowedError NotAllowed =
        new("Reset links are made by an administrator, or on the server by Api users reset-link --name NAME.");

    private static readonly ResetLinkError Refused = new(string.Create(
        CultureInfo.InvariantCulture,
        $"This link was used already, was replaced by a newer one, or is older than {PasswordResetStore.Lifetime.TotalHours:F0} hours. "
        + $"Ask the person who gave it to you for another one."));

    public async Task<FieldResult<PasswordReset, InvalidInputError, NotAllowedError>> CreateAsync(
        string name, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.IsInRole(Policies.Administrator) ? await CreateAsync(name, cancellationToken) : NotAllowed;

    /// <summary>For who runs the server, and needs no account.</summary>
    public async Task<FieldResult<PasswordReset, InvalidInputError, NotAllowedError>> CreateAsync(
        string name, CancellationToken cancellationToken)
    {
        var normal = AccountRules.NormalizeName(name);
        if (normal.Length > AccountRules.MaxNameLength || await accounts.FindAsync(normal, cancellationToken) is not { User: var user })
            return new InvalidInputError($"No account has the name '{Shorten(normal)}'. Names are compared without case.", "name");
        if (user.IsDemo) return new NotAllowedError("The demo account needs no password, so there is none to reset.");
        return await store.CreateAsync(user, cancellationToken);
    }

    /// <summary>Whether <see cref="UseAsync"/> would take the link now.</summary>
    public async Task<bool> IsOpenAsync(string token, CancellationToken cancellationToken) =>
        SessionToken.IsWellFormed(token) && await store.IsOpenAsync(token, cancellationToken);

    /// <summary>Sets the password, ends every session of the account and starts one for who set it.</summary>
    public async Task<FieldResult<Session, InvalidInputError, ResetLinkError>> UseAsync(
        string token, string newPassword, CancellationToken cancellationToken)
    {
        if (AccountRules.CheckPassword(newPassword, "newPassword") is { } invalid) return invalid;
        // Asked before the password is hashed, which is slow on purpose; the store asks again when it takes the link.
        if (!await IsOpenAsync(token, cancellationToken)) return Refused;
        return await store.UseAsync(token, passwords.Hash(newPassword), cancellationToken) is { } userId
            && await accounts.FindAsync(userId, cancellationToken) is { User: var user }
            ? await sessions.StartAsync(user, cancellationToken)
            : Refused;
    }

    private static string Shorten(string name) =>
        name.Length <= AccountRules.MaxNameLength ? name : name[..AccountRules.MaxNameLength] + "…";
}
