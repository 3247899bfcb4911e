using System.Security.Claims;
using System.Text.Json;
using Personalify.GraphQL.Transport;

namespace Personalify.Api.Access;

/// <summary>
/// Who acts on a socket: the session of its handshake or, for clients that cannot set headers there, the bearer token that they introduce
/// themselves with. A socket may outlive its session, so every operation asks whether that still lasts.
/// </summary>
public sealed class SessionSocketInterceptor(SessionStore sessions) : SocketSessionInterceptor
{
    private const string Authorization = "authorization";

    public override async ValueTask<ConnectionStatus> OnConnectAsync(SocketSession session, JsonElement connectionInit, CancellationToken cancellationToken)
    {
        if (FindHeader(connectionInit) is not { } header) return ConnectionStatus.Accept();
        var token = SessionAuthenticationHandler.ReadBearer(header);
        if (token is null || !SessionToken.IsWellFormed(token)) return ConnectionStatus.Reject("The token is not one of this server.");
        if (await FindAsync(SessionToken.Hash(token), cancellationToken) is not { } principal) return ConnectionStatus.Reject("The session has ended.");
        session.ContextData[nameof(ClaimsPrincipal)] = principal;
        return ConnectionStatus.Accept();
    }

    public override async ValueTask OnRequestAsync(
        SocketSession session, string operationId, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
    {
        if (contextData[nameof(ClaimsPrincipal)] is not ClaimsPrincipal principal || principal.FindSession() is not { } hash) return;
        contextData[nameof(ClaimsPrincipal)] = await FindAsync(hash, cancellationToken) ?? new ClaimsPrincipal(new ClaimsIdentity());
    }

    private async Task<ClaimsPrincipal?> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(hash, cancellationToken) is not { } owner) return null;
        await sessions.ProlongAsync(hash, owner, cancellationToken);
        return SessionAuthenticationHandler.CreatePrincipal(owner, hash);
    }

    /// <summary>Clients write the name as they would a header's: in any case.</summary>
    private static string? FindHeader(JsonElement connectionInit)
    {
        if (connectionInit.ValueKind != JsonValueKind.Object) return null;
        var property = connectionInit.EnumerateObject().FirstOrDefault(each => each.Name.Equals(Authorization, StringComparison.OrdinalIgnoreCase));
        return property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
    }
}
