using System.Net;
using System.Text.Json;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>Imports as a client sees them: upload over HTTP, the rest by GraphQL.</summary>
internal static class ImportsApi
{
    private const string Fields = "id status isPreview error canUndo files { name bytes } progress { phase percent rowsRead } "
        + "report { rows added alreadyThere episodes chapters plays msPlayed dropped { reason count example } files { name kind rows added } }";

    public static async Task<HttpResponseMessage> PostFileAsync(this ApiClient client, GivenFile file, string? importId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/uploads{(importId is null ? "" : $"?import={Uri.EscapeDataString(importId)}")}") { Content = new ByteArrayContent(file.Content) };
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(file.Name));
        return await client.Http.SendAsync(request);
    }

    /// <summary>Uploads files as one import and returns its id.</summary>
    public static async Task<string> UploadAsync(this ApiClient client, params GivenFile[] files)
    {
        string? id = null;
        foreach (var file in files)
        {
            using var response = await client.PostFileAsync(file, id);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            id = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("importId").GetString();
        }
        return id!;
    }

    /// <summary>Why a file was not taken.</summary>
    public static async Task<string> ErrorOfAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString()!;
    }

    public static async Task<JsonElement> StartAsync(this ApiClient client, string importId, bool preview = false) => (await client.QueryAsync(
        $"mutation($input: StartImportInput!) {{ startImport(input: $input) {{ import {{ {Fields} }} errors {{ __typename ... on Error {{ message }} ... on ImportStateError {{ status }} }} }} }}",
        new { input = new { importId, preview } })).GetProperty("startImport");

    public static async Task<JsonElement> CancelAsync(this ApiClient client, string importId) => (await client.QueryAsync(
        "mutation($input: CancelImportInput!) { cancelImport(input: $input) { cancelledId errors { __typename ... on Error { message } } } }", new { input = new { importId } })).GetProperty("cancelImport");

    public static async Task<JsonElement> UndoAsync(this ApiClient client, string importId) => (await client.QueryAsync(
        $"mutation($input: UndoImportInput!) {{ undoImport(input: $input) {{ import {{ {Fields} }} errors {{ __typename ... on Error {{ message }} ... on ImportStateError {{ status }} }} }} }}",
        new { input = new { importId } })).GetProperty("undoImport");

    public static async Task<JsonElement> ImportAsync(this ApiClient client, string importId) =>
        (await client.QueryAsync($"query($id: ID!) {{ me {{ import(id: $id) {{ {Fields} }} }} }}", new { id = importId })).GetProperty("me").GetProperty("import");

    /// <summary>The import once it has the status.</summary>
    public static async Task<JsonElement> WaitForAsync(this ApiClient client, string importId, string status)
    {
        var import = default(JsonElement);
        await Eventually.IsTrueAsync(
            async () => (import = await client.ImportAsync(importId)).GetProperty("status").GetString() == status, $"import {importId} is {status}", TimeSpan.FromMinutes(2));
        return import;
    }

    public static async Task<JsonElement> RunAsync(this ApiClient client, params GivenFile[] files)
    {
        var id = await client.UploadAsync(files);
        await client.StartAsync(id);
        return await client.WaitForAsync(id, "COMPLETED");
    }

    public static string ErrorType(this JsonElement payload) => Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString()!;
}
