using System.Security.Claims;
using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>Makes accounts: checks what was sent, who may, and that the name is free.</summary>
public sealed class AccountCreator(AccountStore store, Passwords passwords, TimeProvider time)
{
    private static readonly NotAllowedError NotAllowed = new("Accounts are made by an administrator. Ask the person who runs this server for one.");

    public async Task<FieldResult<User, InvalidInputError, NameTakenError, NotAllowedError>> CreateAsync(
        CreateAccountInput input, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var isByAdministrator = principal.IsInRole(Policies.Administrator);
        // Asked before the password is hashed, which is slow on purpose; the store asks again when it is certain.
        if (!isByAdministrator && !await store.NeedsFirstAsync(cancellationToken)) return NotAllowed;
        var account = Read(input);
        if (Check(input, account) is { Count: > 0 } errors) return new(errors);
        return await store.CreateAsync(account, passwords.Hash(input.Password), isByAdministrator, cancellationToken) switch
        {
            AccountCreation.Created created => created.User,
            AccountCreation.NameTaken => new NameTakenError($"The name '{account.Name}' is taken. Choose another one.", "name"),
            _ => NotAllowed,
        };
    }

    private User Read(CreateAccountInput input)
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

    private static List<InvalidInputError> Check(CreateAccountInput input, User account)
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
