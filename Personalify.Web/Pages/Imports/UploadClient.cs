using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Personalify.Web.Api;

namespace Personalify.Web.Pages.Imports;

/// <summary>Brings files to the Api, each while it still arrives from the browser.</summary>
public sealed class UploadClient(HttpClient http)
{
    private static readonly Texts Text = Texts.Of(typeof(UploadClient));

    /// <param name="importId">The import that the file is one more of, or <c>null</c> for the first.</param>
    /// <returns>The id of the import that the file belongs to.</returns>
    public async Task<string> SendAsync(UploadedFile file, string? importId, CancellationToken cancellation)
    {
        var path = importId is null ? "/uploads" : $"/uploads?import={Uri.EscapeDataString(importId)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(file.Content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(file.Name));
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            if (response.StatusCode == HttpStatusCode.Unauthorized) throw new ApiException(Refusal(response));
            return await ReadAsync(response, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new ApiUnavailableException(http.BaseAddress!, exception);
        }
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var upload = await JsonSerializer.DeserializeAsync(body, UploadJson.Default.Upload, cancellation);
            return upload?.ImportId ?? throw new ApiException(upload?.Error ?? Refusal(response));
        }
        catch (JsonException exception)
        {
            throw new ApiException(Refusal(response), exception);
        }
    }

    private static string Refusal(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.Unauthorized
        ? Text["Your session has ended. Sign in again, then send the files."]
        : Text["The upload was answered with status {0}. Send the files again.", (int)response.StatusCode];
}

/// <summary>What the Api says of a file: the import it belongs to, or why it was not taken.</summary>
public sealed record Upload(string? ImportId, string? Error);

/// <summary>What the page's script is told: where to go, or why not.</summary>
public sealed record UploadAnswer(string? Location, string? Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Upload))]
[JsonSerializable(typeof(UploadAnswer))]
public sealed partial class UploadJson : JsonSerializerContext;
