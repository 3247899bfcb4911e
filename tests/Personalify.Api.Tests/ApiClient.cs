using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Personalify.Api.Tests;

/// <summary>Sends GraphQL over HTTP as any client would.</summary>
internal sealed class ApiClient : IDisposable
{
    public ApiClient(HttpClient http, string? token)
    {
        Http = http;
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Http { get; }

    /// <summary>The <c>data</c> of a request that must have no errors.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        var response = await SendAsync(query, variables);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data");
    }

    /// <summary>The whole response.</summary>
    public async Task<JsonElement> SendAsync(string query, object? variables = null)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => Http.Dispose();
}
