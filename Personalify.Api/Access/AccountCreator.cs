using System.Security.Claims;
using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>Makes accounts: checks what was sent, who may, and that the name is free.</summary>
public sealed class AccountCreator(AccountStore store, SessionStore sessions, Passwords passwords, TimeProvider time)
{
    private static readonly NotAllowedError NotAllowed =
        new("Accounts are made by an administrator. Ask the person who runs this server for one.");

    /// <summary>Makes the first account and signs in to it; refused once there is one.</summary>
    public async Task<FieldResult<Session, InvalidInputError, NameTakenError, NotAllowedError>> SignUpAsync(
        NewAccount input, CancellationToken cancellationToken)
    {
        // Asked before the password is hashed, which is slow on purpose; the store asks again when it is certain.
        if (!await store.NeedsFirstAsync(cancellationToken)) return NotAllowed;
        var made = await MakeAsync(input, isByAdministrator: false, cancellationToken);
        if (made.Value is not { } user) return new(made.Errors);
        return await sessions.StartAsync(user, cancellationToken);
    }

    /// <summary>Makes an account for another person; refused to everyone but administrators.</summary>
    public async Task<FieldResult<User, InvalidInputError, NameTakenError, NotAllowedError>> CreateAsync(
        NewAccount input, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.IsInRole(Policies.Administrator) ? await MakeAsync(input, isByAdministrator: true, cancellationToken) : NotAllowed;

    private async Task<FieldResult<User, InvalidInputError, NameTakenError, NotAllowedError>> MakeAsync(
        NewAccount input, bool isByAdministrator, CancellationToken cancellationToken)
    {
        var account = Read(input);
        if (Check(input, account) is { Count: > 0 } errors) return new(errors);
        return await store.CreateAsync(account, passwords.Hash(input.Password), isByAdministrator, cancellationToken) switch
        {
            AccountCreation.Created created => created.User,
            AccountCreation.NameTaken => new NameTakenError($"The name '{account.Name}' is taken. Choose another one.", "name"),
            _ => NotAllowed,
        };
    }

    private User Read(NewAccount input)
    {
        var name = AccountRules.NormalizeName(input.Name);
        return new User
        {
            Name = name,
            DisplayName = input.DisplayName?.Trim() ?? name,
            TimeZone = input.TimeZone ?? "UTC",
            CreatedAt = time.GetUtcNow(),
        };
    }

    private static List<InvalidInputError> Check(NewAccount input, User account)
    {
        InvalidInputError?[] errors =
        [
            AccountRules.CheckName(account.Name, "name"),
            AccountRules.CheckPassword(input.Password, "password"),
            input.DisplayName is null ? null : ProfileRules.CheckDisplayName(account.DisplayName, "displayName"),
            ProfileRules.CheckTimeZone(account.TimeZone, "timeZone"),
        ];
        return [.. errors.OfType<InvalidInputError>()];
    }
}
