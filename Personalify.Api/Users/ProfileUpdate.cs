using Personalify.Api.Errors;

namespace Personalify.Api.Users;

/// <summary>Changes the own profile. The demo account is shared, so nobody changes it.</summary>
public sealed class ProfileUpdate(UserStore users)
{
    public async Task<(User? User, IReadOnlyList<Error>? Errors)> RunAsync(
        UpdateProfileInput input, int userId, CancellationToken cancellationToken)
    {
        var current = await users.FindAsync(userId, cancellationToken);
        if (current is null or { IsDemo: true }) return (null, [new NotAllowedError("The demo account cannot be changed.")]);
        var user = current with { DisplayName = input.DisplayName?.Trim() ?? current.DisplayName, TimeZone = input.TimeZone ?? current.TimeZone };
        if (Check(user) is { Count: > 0 } errors) return (null, errors);
        await users.UpdateProfileAsync(user, cancellationToken);
        return (user, null);
    }

    private static List<Error> Check(User user)
    {
        Error?[] errors = [ProfileRules.CheckDisplayName(user.DisplayName, "displayName"), ProfileRules.CheckTimeZone(user.TimeZone, "timeZone")];
        return [.. errors.OfType<Error>()];
    }
}
