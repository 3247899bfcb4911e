using System.Buffers;
using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Writes results as server-sent events. graphql-sse: PROTOCOL.md, distinct connections mode.</summary>
internal sealed class EventStreamWriter(HttpResponse response) : IDisposable
{
    // An event without data is not told to an EventSource, hence the empty field of the last one.
    private static readonly byte[] Start = [.. "event: next\ndata: "u8], End = [.. "\n\n"u8], Complete = [.. "event: complete\ndata:\n\n"u8], Comment = [.. ":\n\n"u8];
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Sends the head, so that the client knows at once that the stream is open.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        response.ContentType = MediaTypes.EventStream + "; charset=utf-8";
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers.Vary = "Accept";
        response.Headers["X-Accel-Buffering"] = "no"; // Proxies that collect a response before they pass it on.
        return CommentAsync(cancellationToken);
    }

    /// <summary>Says nothing, so that nobody on the way takes the connection for dead.</summary>
    public Task CommentAsync(CancellationToken cancellationToken) => SendAsync(output => output.Write(Comment), cancellationToken);

    public Task NextAsync(ExecutionResult result, CancellationToken cancellationToken) => SendAsync(
        output =>
        {
            output.Write(Start);
            WriteLine(result, output);
            output.Write(End);
        },
        cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken) => SendAsync(output => output.Write(Complete), cancellationToken);

    public void Dispose() => _turn.Dispose();

    /// <summary>A field is one line. Strings of JSON hold no line breaks, so those that are there only lay it out.</summary>
    private static void WriteLine(ExecutionResult result, IBufferWriter<byte> output)
    {
        var json = new ArrayBufferWriter<byte>(result.Data.Length + 256);
        result.WriteTo(json);
        var line = output.GetSpan(json.WrittenCount)[..json.WrittenCount];
        json.WrittenSpan.CopyTo(line);
        line.Replace((byte)'\n', (byte)' ');
        line.Replace((byte)'\r', (byte)' ');
        output.Advance(line.Length);
    }

    private async Task SendAsync(Action<IBufferWriter<byte>> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            write(response.BodyWriter);
            await response.BodyWriter.FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }
}
