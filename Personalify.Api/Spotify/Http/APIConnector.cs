using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Spotify.Errors;
using Polly.Timeout;

namespace Personalify.Api.Spotify.Http;

/// <summary>Asks the Web API and turns what is no answer into an exception. Tokens go to Spotify's own host only.</summary>
internal sealed class APIConnector(
    HttpClient http, IAuthenticator authenticator, SpotifyCaller caller, SpotifyOptions options, TimeProvider clock)
{
    /// <summary>The same for work in the background.</summary>
    public APIConnector InBackground() => new(http, authenticator, caller with { IsBackground = true }, options, clock);

    /// <summary>An answer that may be nothing (204).</summary>
    /// <param name="address">A path of <see cref="SpotifyUrls"/>, or the whole address of a further page.</param>
    public async Task<T?> Get<T>(string address, CancellationToken cancellationToken)
    {
        var uri = AddressOf(address);
        using var response = await SendAsync(uri, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NoContent) return default;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return body.Length == 0 ? default : Read<T>(body, NameOf(uri));
    }

    public async Task<T> GetNeeded<T>(string address, CancellationToken cancellationToken) =>
        await Get<T>(address, cancellationToken) ?? throw APIUnreadableException.Empty(NameOf(AddressOf(address)));

    private async Task<HttpResponseMessage> SendAsync(Uri uri, CancellationToken cancellationToken)
    {
        var token = await authenticator.GetTokenAsync(cancellationToken);
        var response = await SendAsync(uri, token, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized
            && await authenticator.RenewAsync(token, cancellationToken) is { } renewed && renewed != token)
        {
            response.Dispose();
            token = renewed;
            response = await SendAsync(uri, token, cancellationToken);
        }

        if (response.IsSuccessStatusCode) return response;
        using (response) throw await APIErrors.ReadAsync(NameOf(uri), response, token, clock, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri uri, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        new SpotifyCall(caller, SpotifyGroups.Of(options.ApiRoot.MakeRelativeUri(uri).ToString()), NameOf(uri)).TravelWith(request);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (TimeoutRejectedException e)
        {
            throw APIUnavailableException.Silent(NameOf(uri), e);
        }
        catch (HttpRequestException e) when (e.InnerException is BodyTooLargeException tooLarge)
        {
            throw APIUnreadableException.TooLarge(NameOf(uri), tooLarge.Limit, e);
        }
        catch (HttpRequestException e)
        {
            throw APIUnavailableException.Unreachable(NameOf(uri), e);
        }
    }

    private static T? Read<T>(byte[] body, string request)
    {
        try
        {
            return SpotifyJson.Read<T>(body);
        }
        catch (JsonException e)
        {
            throw APIUnreadableException.NotJson(request, e);
        }
    }

    private Uri AddressOf(string address)
    {
        var uri = new Uri(options.ApiRoot, address);
        const UriComponents Origin = UriComponents.SchemeAndServer | UriComponents.UserInfo;
        var isOurs = Uri.Compare(uri, options.ApiRoot, Origin, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            && uri.AbsolutePath.StartsWith(options.ApiRoot.AbsolutePath, StringComparison.Ordinal);
        return isOurs ? uri : throw APIPagingException.ElsewhereThan(options.ApiRoot, uri);
    }

    // Without the query, which says nothing that helps and may name times of plays.
    private static string NameOf(Uri uri) => "GET " + uri.AbsolutePath;
}
