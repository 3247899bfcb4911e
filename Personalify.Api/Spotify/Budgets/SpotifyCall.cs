namespace Personalify.Api.Spotify.Budgets;

/// <summary>In whose name it is asked.</summary>
/// <param name="ClientId">Whose quota the questions use.</param>
/// <param name="IsBackground">Whether no person waits for the answers; such work leaves a share of the budgets to others.</param>
public sealed record SpotifyCaller(string ClientId, bool IsBackground = false);

/// <summary>What the handlers of a request have to know of it; it travels with the request.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Group">What it is counted with.</param>
/// <param name="Name">Method and path, for errors.</param>
internal sealed record SpotifyCall(SpotifyCaller Caller, QuotaGroup Group, string Name)
{
    private static readonly HttpRequestOptionsKey<SpotifyCall> Key = new("Personalify.SpotifyCall");

    public static SpotifyCall Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var call)
        ? call
        : throw new InvalidOperationException("A request to Spotify's Web API does not say in whose name it asks.");

    public void TravelWith(HttpRequestMessage request) => request.Options.Set(Key, this);
}
