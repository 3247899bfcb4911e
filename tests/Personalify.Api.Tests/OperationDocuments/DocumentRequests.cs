using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Personalify.Api.Tests.OperationDocuments;

/// <summary>Requests that name their document instead of bringing it.</summary>
internal static class DocumentRequests
{
    public static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    public static Task<string> AskByIdAsync(this ApiClient client, string documentId, object? variables = null) => PostAsync(client, new { documentId, variables });

    /// <summary>By Apollo's protocol: the hash alone, or with the document.</summary>
    public static Task<string> AskByHashAsync(this ApiClient client, string document, bool isSent = false) =>
        PostAsync(client, new { query = isSent ? document : null, extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash(document) } } });

    public static Task<string> AskWholeAsync(this ApiClient client, string query) => PostAsync(client, new { query });

    /// <summary>The error's code, or its message when that is what a protocol goes by.</summary>
    public static string CodeOf(string answer) =>
        JsonDocument.Parse(answer).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;

    private static async Task<string> PostAsync(ApiClient client, object body)
    {
        using var response = await client.Http.PostAsJsonAsync("/graphql", body);
        return await response.Content.ReadAsStringAsync();
    }
}
