using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Spotify.Http;
using Polly.Timeout;

namespace Personalify.Api.Spotify.Accounts;

/// <summary>
/// Spotify's accounts: the address of the page of consent, and tokens. Nothing here is tried twice, since a code is good once and a refresh
/// token may be. An app without a secret proves itself by PKCE; Spotify does not document both together.
/// </summary>
public sealed class OAuthClient(IHttpClientFactory factory, IOptions<SpotifyOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    public Uri ToUri(LoginRequest request) => new(options.Value.AccountsRoot, SpotifyUrls.Authorize(request.Query()));

    /// <summary>Exchanges a code for tokens.</summary>
    /// <param name="app">The app for which the code was given.</param>
    /// <param name="code">The code, good once and for minutes.</param>
    /// <param name="redirectUri">The address to which it came, exactly as it was asked for.</param>
    /// <param name="codeVerifier">The verifier, where a challenge went with the browser.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<TokenResponse> RequestToken(
        SpotifyApp app, string code, Uri redirectUri, string? codeVerifier, CancellationToken cancellationToken = default)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirectUri.OriginalString,
        };
        if (codeVerifier is not null) form["code_verifier"] = codeVerifier;
        return PostAsync(app, form, oldRefreshToken: null, cancellationToken);
    }

    /// <summary>A new access token. The refresh token of the answer is the one to keep, be it the old or a new one.</summary>
    public Task<TokenResponse> RefreshToken(SpotifyApp app, string refreshToken, CancellationToken cancellationToken = default)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken };
        return PostAsync(app, form, refreshToken, cancellationToken);
    }

    private async Task<TokenResponse> PostAsync(
        SpotifyApp app, Dictionary<string, string> form, string? oldRefreshToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.AccountsRoot, SpotifyUrls.Token()));
        if (app.ClientSecret is null) form["client_id"] = app.ClientId;
        else request.Headers.Authorization = new AuthenticationHeaderValue("Basic", BasicOf(app));
        using var content = new FormUrlEncodedContent(form);
        request.Content = content;
        using var response = await SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? Read(body, oldRefreshToken)
            : throw Refusal(response, ErrorBody.Read(body, SecretsOf(app, form)));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await factory.CreateClient(SpotifyModule.AccountsClient)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (TimeoutRejectedException e)
        {
            throw APIUnavailableException.Silent(NameOf(request), e);
        }
        catch (HttpRequestException e)
        {
            throw APIUnavailableException.Unreachable(NameOf(request), e);
        }
    }

    private TokenResponse Read(byte[] body, string? oldRefreshToken)
    {
        var answer = Parse(body);
        if (answer?.AccessToken is not { Length: > 0 } access) throw APIUnreadableException.Empty(NameOfToken);
        var refresh = answer.RefreshToken is { Length: > 0 } given ? given : oldRefreshToken;
        return new TokenResponse(access, refresh ?? throw APIUnreadableException.Empty(NameOfToken), refresh != oldRefreshToken)
        {
            CreatedAt = clock.GetUtcNow(),
            ExpiresIn = answer.ExpiresIn is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : UsualLifetime,
            Scope = answer.Scope is null ? null : Scopes.Read(answer.Scope),
        };
    }

    private static TokenAnswer? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : SpotifyJson.Read<TokenAnswer>(body);
        }
        catch (JsonException)
        {
            // The cause is left out, since it may repeat a part of the body, which holds tokens.
            throw APIUnreadableException.NotJson(NameOfToken, new JsonException("The body is no JSON of the known shape."));
        }
    }

    private APIException Refusal(HttpResponseMessage response, ErrorBody body)
    {
        var failure = new APIFailure(NameOfToken, response.StatusCode, body, APIErrors.RetryAfter(response, clock));
        return (int)response.StatusCode switch
        {
            429 => new APITooManyRequestsException(failure),
            >= 500 => APIUnavailableException.Failing(failure),
            _ => OAuthException.Of(failure),
        };
    }

    private static IEnumerable<string> SecretsOf(SpotifyApp app, Dictionary<string, string> form) =>
        form.Where(field => field.Key is not ("grant_type" or "redirect_uri" or "client_id")).Select(field => field.Value)
            .Append(app.ClientSecret).OfType<string>();

    private static string BasicOf(SpotifyApp app) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.ClientId}:{app.ClientSecret}"));

    private static string NameOfToken => "POST /" + SpotifyUrls.Token();

    private static string NameOf(HttpRequestMessage request) => $"{request.Method} {request.RequestUri!.AbsolutePath}";
}

/// <summary>The accounts' answer as it comes.</summary>
internal sealed class TokenAnswer
{
    public string? AccessToken { get; init; }

    public long? ExpiresIn { get; init; }

    public string? RefreshToken { get; init; }

    public string? Scope { get; init; }
}
