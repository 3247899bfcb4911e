using System.Security.Claims;
using Personalify.Api.Errors;

namespace Personalify.Api.Access;

/// <summary>What ends an account, and what gives it back to an owner who has forgotten the password.</summary>
[MutationType]
internal static class AccountMutations
{
    [Authorize(Policies.OwnWritable)]
    [Error<InvalidInputError>]
    [Error<NotAllowedError>]
    [Error<TooManyAttemptsError>]
    [Error<LastAdministratorError>]
    [UseMutationConvention(PayloadFieldName = "deleted")]
    [GraphQLDescription(
        "Deletes the own account with everything that belongs to it: history, imports, uploaded files, sessions. An import that runs is "
        + "cancelled. It cannot be taken back, so the password has to prove who asks, or the name to confirm it where there is "
        + "none; GET /export gives everything before.")]
    public static Task<FieldResult<bool>> DeleteAccountAsync(
        [GraphQLDescription("The account's own password.")] string? password,
        [GraphQLDescription("The account's name, in place of a password where it has none.")] string? name,
        AccountDeletion deletion, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        deletion.RunAsync(password, name, principal, cancellationToken);

    [GraphQLDescription(
        "Makes a reset link for the account of that name, for 24 hours and one use; an older one of the account stops working. "
        + "Administrators only.")]
    public static Task<FieldResult<PasswordReset, InvalidInputError, NotAllowedError>> CreatePasswordResetAsync(
        [GraphQLDescription("The name with which the person signs in.")] string name,
        PasswordResets resets, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        resets.CreateAsync(name, principal, cancellationToken);

    [GraphQLDescription("Sets a new password by a reset link. Every session of the account ends, and a new one starts.")]
    public static Task<FieldResult<Session, InvalidInputError, ResetLinkError>> ResetPasswordAsync(
        [GraphQLDescription("What createPasswordReset or the command line gave.")] string token,
        [GraphQLDescription("8 to 128 characters.")] string newPassword,
        PasswordResets resets, CancellationToken cancellationToken) =>
        resets.UseAsync(token, newPassword, cancellationToken);
}
