using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Answers one request with a stream of events, alive until the operation is over, the client leaves, or the server stops.</summary>
internal static class EventStreamResponse
{
    public static async Task WriteAsync(HttpContext context, ResponseStream response, TimeSpan keepAlive, TimeProvider time, CancellationToken ended)
    {
        using var writer = new EventStreamWriter(context.Response);
        await writer.StartAsync(ended);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ended);
        var beating = BeatAsync(writer, keepAlive, time, over.Token);
        try
        {
            await WriteResultsAsync(writer, response, ended);
            if (!ended.IsCancellationRequested) await writer.CompleteAsync(ended);
        }
        finally
        {
            await over.CancelAsync();
            await beating;
        }
    }

    private static async Task WriteResultsAsync(EventStreamWriter writer, ResponseStream response, CancellationToken ended)
    {
        if (response.Result is { } single)
        {
            await writer.NextAsync(single, ended);
            return;
        }

        await foreach (var result in response.ReadResultsAsync())
        {
            using (result) await writer.NextAsync(result, ended);
        }
    }

    private static async Task BeatAsync(EventStreamWriter writer, TimeSpan keepAlive, TimeProvider time, CancellationToken over)
    {
        using var timer = new PeriodicTimer(keepAlive, time);
        try
        {
            while (await timer.WaitForNextTickAsync(over)) await writer.CommentAsync(over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The operation is over.
        }
    }
}
