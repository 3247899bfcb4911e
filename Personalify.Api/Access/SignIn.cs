namespace Personalify.Api.Access;

/// <summary>Turns a name and a password into a session. Never tells whether the name or the password was wrong.</summary>
public sealed class SignIn(AccountStore accounts, SessionStore sessions, Passwords passwords, SignInThrottle throttle)
{
    private static readonly SignInFailedError Failed = new("The name or the password is wrong.");

    public async Task<FieldResult<Session, SignInFailedError, TooManyAttemptsError>> WithPasswordAsync(
        string name, string password, string address, CancellationToken cancellationToken)
    {
        name = AccountRules.NormalizeName(name);
        if (name.Length > AccountRules.MaxNameLength) return Failed; // No account has such a name, and nothing keeps it.
        if (throttle.Begin(name, address) is { } tooMany) return tooMany;
        var account = await accounts.FindAsync(name, cancellationToken);
        if (!passwords.Verify(account?.PasswordHash, password) || account is null)
            return Failed;
        throttle.Succeed(name, address);
        return await sessions.StartAsync(account.User, cancellationToken);
    }

    public async Task<FieldResult<Session, SignInFailedError, TooManyAttemptsError>> ToDemoAsync(string address, CancellationToken cancellationToken)
    {
        if (throttle.BeginDemo(address) is { } tooMany) return tooMany;
        if (await accounts.FindDemoAsync(cancellationToken) is { } demo) return await sessions.StartAsync(demo, cancellationToken);
        return new SignInFailedError("This server has no demo account. Sign in with a name and a password.");
    }
}
