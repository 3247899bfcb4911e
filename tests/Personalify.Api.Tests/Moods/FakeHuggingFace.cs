using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Personalify.Api.Tests.Moods;

/// <summary>
/// A server on this machine that answers text classification as Hugging Face documents it: the seven labels in the order of their scores, for
/// each title. A script says what it does instead, request by request.
/// </summary>
internal sealed class FakeHuggingFace : IAsyncDisposable
{
    private static readonly string[] Labels = ["anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise"];

    private readonly WebApplication _app;

    private FakeHuggingFace(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>What it was asked: path, token and titles.</summary>
    public ConcurrentQueue<(string Path, string? Authorization, string[] Titles)> Requests { get; } = [];

    /// <summary>What it does with the next requests; after them it answers.</summary>
    public ConcurrentQueue<Func<HttpContext, string[], Task>> Script { get; } = [];

    public static async Task<FakeHuggingFace> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new FakeHuggingFace(app);
        app.MapPost("/{**path}", server.AnswerAsync);
        await app.StartAsync();
        server.Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/models/");
        return server;
    }

    public void Refuse(int status, string body = "{}", string? retryAfter = null) => Script.Enqueue((context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return WriteAsync(context, body);
    });

    public void Loading(double seconds) => Refuse(
        503, string.Create(CultureInfo.InvariantCulture, $$"""{"error":"Model is currently loading","estimated_time":{{seconds}}}"""));

    public void Say(string body) => Script.Enqueue((context, _) => WriteAsync(context, body));

    /// <summary>Says the length of a whole answer and sends the beginning.</summary>
    public void BreakOff() => Script.Enqueue(async (context, titles) =>
    {
        var body = Encoding.UTF8.GetBytes(AnswerTo(titles));
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    public void StaySilent() => Script.Enqueue(async (context, _) =>
    {
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    });

    /// <summary>A title's first word is its mood, 0.94 sure; others are neutral.</summary>
    public static string AnswerTo(IEnumerable<string> titles) => JsonSerializer.Serialize(titles.Select(title =>
    {
        var mood = Labels.FirstOrDefault(label => title.StartsWith(label, StringComparison.OrdinalIgnoreCase)) ?? "neutral";
        return Labels.Select(label => new { label, score = label == mood ? 0.94 : 0.01 }).OrderByDescending(label => label.score);
    }));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        string[] titles = [.. body.RootElement.GetProperty("inputs").EnumerateArray().Select(title => title.GetString()!)];
        Requests.Enqueue((context.Request.Path, context.Request.Headers.Authorization, titles));
        await (Script.TryDequeue(out var act) ? act(context, titles) : WriteAsync(context, AnswerTo(titles)));
    }

    private static Task WriteAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }
}
