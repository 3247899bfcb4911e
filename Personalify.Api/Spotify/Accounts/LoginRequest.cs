namespace Personalify.Api.Spotify.Accounts;

/// <summary>What a listener's browser takes to Spotify's page of consent.</summary>
public sealed class LoginRequest(SpotifyApp app, Uri redirectUri, string state)
{
    public SpotifyApp App { get; } = app;

    public Uri RedirectUri { get; } = redirectUri;

    /// <summary>Comes back unchanged; it is checked, and good once.</summary>
    public string State { get; } = state;

    public IReadOnlyCollection<string> Scope { get; init; } = Scopes.All;

    /// <summary>The challenge of <see cref="PKCEUtil"/>. Without it, the app's secret proves who exchanges the code.</summary>
    public string? CodeChallenge { get; init; }

    /// <summary>Whether Spotify asks again although all was granted before.</summary>
    public bool ShowDialog { get; init; }

    internal string Query()
    {
        var fields = new List<KeyValuePair<string, string?>>
        {
            new("client_id", App.ClientId), new("response_type", "code"), new("redirect_uri", RedirectUri.OriginalString),
            new("state", State), new("scope", string.Join(' ', Scope)),
        };
        if (CodeChallenge is not null) fields.AddRange([new("code_challenge_method", "S256"), new("code_challenge", CodeChallenge)]);
        if (ShowDialog) fields.Add(new("show_dialog", "true"));
        return QueryString.Create(fields).Value!.TrimStart('?');
    }
}
