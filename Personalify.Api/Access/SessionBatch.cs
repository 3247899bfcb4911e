using System.Security.Claims;

namespace Personalify.Api.Access;

/// <summary>
/// A request of a batch may end the session with which the batch came, as signing out does, or change the account. So both are looked up
/// again before each further request of the batch, as sockets do before each of their operations.
/// </summary>
public static class SessionBatch
{
    private static readonly object HasBegun = new();

    /// <summary>Runs before each request. Finds the store when it needs it: a command that only writes the schema has none.</summary>
    public static async ValueTask AskAgainAsync(
        HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
    {
        if (context.WebSockets.IsWebSocketRequest || context.Items.TryAdd(HasBegun, true)) return;
        if (contextData[nameof(ClaimsPrincipal)] is not ClaimsPrincipal principal || principal.FindSession() is not { } hash) return;
        var sessions = context.RequestServices.GetRequiredService<SessionStore>();
        contextData[nameof(ClaimsPrincipal)] = await sessions.FindAsync(hash, cancellationToken) is { } owner
            ? SessionAuthenticationHandler.CreatePrincipal(owner, hash)
            : new ClaimsPrincipal(new ClaimsIdentity());
    }
}
