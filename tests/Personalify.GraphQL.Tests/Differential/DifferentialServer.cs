using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Personalify.GraphQL.Tests.Differential;

/// <summary>Answers many documents in one request, so that thousands of them cost little more than their execution.</summary>
internal sealed class DifferentialServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DifferentialServer(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.Single()}/batch";

    /// <summary>Where answers come in parts.</summary>
    public string IncrementalAddress => $"{_app.Urls.Single()}/incremental";

    public static async Task<DifferentialServer> StartAsync()
    {
        var (engine, incremental) = (new DifferentialEngine(BatterySchema.Build()), new DifferentialEngine(BatterySchema.BuildIncremental()));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/batch", (HttpContext http) => AnswerAsync(engine.AnswerAsync, http));
        app.MapPost("/incremental", (HttpContext http) => AnswerAsync(incremental.AnswerInPartsAsync, http));
        await app.StartAsync();
        return new DifferentialServer(app);
    }

    private static async Task AnswerAsync<T>(Func<JsonElement, Task<T>> answer, HttpContext http)
    {
        var requests = await http.Request.ReadFromJsonAsync<JsonElement>();
        List<T> answers = [];
        foreach (var request in requests.EnumerateArray()) answers.Add(await answer(request));
        await http.Response.WriteAsJsonAsync(answers);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
