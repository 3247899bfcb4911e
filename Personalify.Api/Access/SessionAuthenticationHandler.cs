using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Personalify.Api.Access;

/// <summary>
/// Reads the session from <c>Authorization: Bearer</c> or, without that header, from the cookie. The cookie is safe here because the
/// Api reads only bodies that a foreign page cannot send without asking first, and opens sockets to pages of its own host only.
/// </summary>
public sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionStore sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";
    public const string CookieName = "personalify_session";

    /// <summary>The claim with the hash of the token, so that signing out knows what to end.</summary>
    public const string SessionClaim = "session";

    /// <summary>The claim that a visitor of the demo account has.</summary>
    public const string DemoClaim = "demo";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ReadToken() is not { } token) return AuthenticateResult.NoResult();
        if (!SessionToken.IsWellFormed(token)) return AuthenticateResult.Fail("The token is not one of this server.");
        var hash = SessionToken.Hash(token);
        var owner = await sessions.FindAsync(hash, Context.RequestAborted);
        if (owner is null) return AuthenticateResult.Fail("The session has ended.");
        await sessions.ProlongAsync(hash, owner, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(CreatePrincipal(owner, hash), SchemeName));
    }

    private string? ReadToken()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.Length == 0 ? Request.Cookies[CookieName] : ReadBearer(header);
    }

    /// <summary>The token of a header, or <c>null</c> when it is of another scheme.</summary>
    internal static string? ReadBearer(string header) =>
        header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    internal static ClaimsPrincipal CreatePrincipal(SessionOwner owner, byte[] hash) => new(new SessionIdentity(owner.User, hash));
}
