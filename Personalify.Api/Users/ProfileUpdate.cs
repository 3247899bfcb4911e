using Personalify.Api.Errors;

namespace Personalify.Api.Users;

/// <summary>Changes the own profile.</summary>
public sealed class ProfileUpdate(UserStore users)
{
    public async Task<FieldResult<User, InvalidInputError, NotAllowedError>> RunAsync(
        string? displayName, string? timeZone, int userId, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(userId, cancellationToken) is not { } current)
            return new NotAllowedError("This account is no longer there. Sign in with another one.");
        var user = current with { DisplayName = displayName?.Trim() ?? current.DisplayName, TimeZone = timeZone ?? current.TimeZone };
        if (Check(user) is { Count: > 0 } errors) return new(errors);
        await users.UpdateProfileAsync(user, cancellationToken);
        return user;
    }

    private static List<InvalidInputError> Check(User user)
    {
        InvalidInputError?[] errors = [ProfileRules.CheckDisplayName(user.DisplayName, "displayName"), ProfileRules.CheckTimeZone(user.TimeZone, "timeZone")];
        return [.. errors.OfType<InvalidInputError>()];
    }
}
