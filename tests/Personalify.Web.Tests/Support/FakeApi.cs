using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Personalify.Web.Api;

namespace Personalify.Web.Tests.Support;

/// <summary>
/// Stands in for the Api where a test needs an answer that the real one does not give: it answers operations by their name.
/// </summary>
public sealed partial class FakeApi : IAsyncDisposable
{
    private static readonly Lazy<Dictionary<string, string>> Documents = new(() => typeof(GraphQLOperation).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
        .Where(field => field.FieldType.IsSubclassOf(typeof(GraphQLOperation)))
        .Select(field => (GraphQLOperation)field.GetValue(null)!)
        .ToDictionary(operation => operation.DocumentId, operation => operation.Text));

    private readonly ConcurrentDictionary<string, Func<JsonElement, string>> _answers = new();
    private readonly ConcurrentDictionary<string, JsonElement> _variables = new();
    private readonly WebApplication _app;

    private FakeApi(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/graphql";

    /// <summary>Whether it is of the Web's version, so that it knows the Web's operations by their hash.</summary>
    public bool KnowsDocuments { get; private init; } = true;

    /// <summary>How many GraphQL requests have come.</summary>
    public int Requests { get; private set; }

    /// <summary>The names of the operations that have come, in their order.</summary>
    public List<string> Operations { get; } = [];

    public string? LastAuthorization { get; private set; }

    /// <summary>Whose address the Web named as the browser's.</summary>
    public string? LastAddress { get; private set; }

    /// <summary>Each file as its name, its length and the import that it was to be added to. A name with “refused” is.</summary>
    public List<string> Uploads { get; } = [];

    /// <summary>The status with which an export is answered, and the sentence of one that is refused.</summary>
    public (int Status, string Sentence) Export { get; set; } = (200, "");

    public static async Task<FakeApi> StartAsync(bool knowsDocuments = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new FakeApi(builder.Build()) { KnowsDocuments = knowsDocuments };
        api._app.MapPost("/graphql", (Delegate)api.AnswerAsync);
        api._app.MapPost("/uploads", (Delegate)api.UploadAsync);
        api._app.MapGet("/export", (Delegate)api.ExportAsync);
        await api._app.StartAsync();
        return api;
    }

    /// <summary>What the operation of this name is answered with: the value of <c>data</c>, or a whole response.</summary>
    public FakeApi On(string operation, string json) => On(operation, _ => json);

    /// <summary>The same, by the operation's variables.</summary>
    public FakeApi On(string operation, Func<JsonElement, string> answer)
    {
        _answers[operation] = variables => Whole(answer(variables));
        return this;
    }

    public JsonElement VariablesOf(string operation) => _variables[operation];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        LastAuthorization = context.Request.Headers.Authorization;
        LastAddress = context.Request.Headers["X-Forwarded-For"];
        var request = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        Requests++;
        if (!KnowsDocuments && request.GetProperty("documentId").ValueKind == JsonValueKind.String)
            return Results.Text("""{"errors":[{"message":"The document is not known here.","extensions":{"code":"HC0020"}}]}""", "application/graphql-response+json");
        var name = OperationName().Match(TextOf(request)).Groups[1].Value;
        _variables[name] = request.GetProperty("variables").Clone();
        Operations.Add(name);
        return _answers.TryGetValue(name, out var answer)
            ? Results.Text(WithViewer(answer(_variables[name]), TextOf(request)), "application/graphql-response+json")
            : Results.Text($$"""{"errors":[{"message":"This test has no answer to {{name}}."}]}""", "application/graphql-response+json");
    }

    /// <summary>A page's operation asks who looks as well: the answer to that is the one to the operation that asks for nothing else.</summary>
    private string WithViewer(string answer, string document)
    {
        if (!document.Contains("viewer: me", StringComparison.Ordinal) || JsonNode.Parse(answer) is not { } node) return answer;
        if (node["data"] is JsonObject data && !data.ContainsKey("viewer") && _answers.TryGetValue("Viewer", out var viewer))
            data["viewer"] = JsonNode.Parse(viewer(default))!["data"]?["viewer"]?.DeepClone();
        return node.ToJsonString();
    }

    private static string Whole(string json) =>
        json.TrimStart().StartsWith("{\"errors\"", StringComparison.Ordinal) ? json : $$"""{"data":{{json}}}""";

    /// <summary>The document that the request brings, or the one of the Web that it names.</summary>
    private static string TextOf(JsonElement request) => request.GetProperty("documentId").GetString() is { } id
        ? Documents.Value.GetValueOrDefault(id) ?? throw new InvalidOperationException($"No operation of the Web is '{id}'.")
        : request.GetProperty("query").GetString()!;

    private async Task<IResult> UploadAsync(HttpContext context)
    {
        var name = Uri.UnescapeDataString(context.Request.Headers["X-File-Name"].ToString());
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (name.Contains("refused", StringComparison.Ordinal)) return Results.Json(new { error = $"“{name}” is too large." }, statusCode: 413);
        Uploads.Add($"{name} {body.Length} {context.Request.Query["import"]}".Trim());
        return Results.Json(new { importId = "7" }, statusCode: 201);
    }

    private async Task ExportAsync(HttpContext context)
    {
        LastAuthorization = context.Request.Headers.Authorization;
        context.Response.StatusCode = Export.Status;
        context.Response.ContentType = Export.Status == 200 ? "application/zip" : "text/plain; charset=utf-8";
        if (Export.Status == 200) context.Response.Headers.ContentDisposition = "attachment; filename=personalify-ines.zip";
        await context.Response.WriteAsync(Export.Status == 200 ? "PK" : Export.Sentence);
    }

    [GeneratedRegex(@"(?:query|mutation)\s+(\w+)")]
    private static partial Regex OperationName();
}
