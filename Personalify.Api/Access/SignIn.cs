using Personalify.Api.Errors;

namespace Personalify.Api.Access;

/// <summary>Turns a name and a password into a session. Never tells whether the name or the password was wrong.</summary>
public sealed class SignIn(AccountStore accounts, SessionStore sessions, Passwords passwords, SignInThrottle throttle)
{
    public async Task<(Session? Session, Error? Error)> WithPasswordAsync(
        SignInInput input, string address, CancellationToken cancellationToken)
    {
        var name = AccountRules.NormalizeName(input.Name);
        if (throttle.Begin(name, address) is { } tooMany) return (null, tooMany);
        var account = await accounts.FindAsync(name, cancellationToken);
        if (!passwords.Verify(account?.PasswordHash, input.Password) || account is null)
            return (null, new SignInFailedError("The name or the password is wrong."));
        throttle.Succeed(name, address);
        return (await sessions.StartAsync(account.User, cancellationToken), null);
    }

    public async Task<(Session? Session, Error? Error)> ToDemoAsync(string address, CancellationToken cancellationToken)
    {
        if (throttle.BeginDemo(address) is { } tooMany) return (null, tooMany);
        return await accounts.FindDemoAsync(cancellationToken) is { } demo
            ? (await sessions.StartAsync(demo, cancellationToken), null)
            : (null, new SignInFailedError("This server has no demo account. Sign in with a name and a password."));
    }
}
