using Personalify.Web.Api;

namespace Personalify.Web.Pages.Settings;

public sealed record DeleteAccountVariables(DeleteAccountInput Input);

public sealed record DeleteAccountInput(string? Password, string? Name);

public sealed record DeleteAccountData(DeleteAccountPayload DeleteAccount)
{
    public static readonly GraphQLOperation<DeleteAccountVariables, DeleteAccountData> Operation = new("Settings/DeleteAccount");
}

public sealed record DeleteAccountPayload(bool? Deleted, IReadOnlyList<FieldError>? Errors);

public sealed record CreatePasswordResetVariables(CreatePasswordResetInput Input);

public sealed record CreatePasswordResetInput(string Name);

public sealed record CreatePasswordResetData(CreatePasswordResetPayload CreatePasswordReset)
{
    public static readonly GraphQLOperation<CreatePasswordResetVariables, CreatePasswordResetData> Operation =
        new("Settings/CreatePasswordReset");
}

public sealed record CreatePasswordResetPayload(PasswordReset? PasswordReset, IReadOnlyList<MutationError>? Errors);

public sealed record PasswordReset(string Token, DateTimeOffset ExpiresAt, ResetUser User);

public sealed record ResetUser(string Name);

/// <summary>A link to hand on, shown once.</summary>
public sealed record ResetLink(string Name, string Address, DateTimeOffset ExpiresAt);
