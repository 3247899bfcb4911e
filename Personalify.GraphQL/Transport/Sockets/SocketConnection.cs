using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Personalify.GraphQL.Transport;

/// <summary>A socket as whole text messages. One reader; any number of senders, who take turns.</summary>
internal sealed class SocketConnection(WebSocket socket, GraphQLSocketOptions options, TimeProvider time) : IDisposable
{
    private const int PartSize = 4096;
    private const int LongestReason = 123; // RFC 6455: 5.5 Control Frames

    private readonly SemaphoreSlim _turn = new(1, 1);
    private CancellationTokenSource? _grace;
    private int _isClosing;

    private bool IsClosing => Volatile.Read(ref _isClosing) != 0;

    /// <summary>
    /// The next message, for the caller to keep, or <c>null</c> when the socket is closed or cut off. A message that cannot be one closes
    /// the socket; after that only the client's own close is waited for.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken aborted)
    {
        var message = new ArrayBufferWriter<byte>(PartSize);
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(message.GetMemory(PartSize), aborted);
                if (part.MessageType == WebSocketMessageType.Close) return null;
                message.Advance(part.Count);
                if (IsClosing) message.ResetWrittenCount();
                else if (part.MessageType == WebSocketMessageType.Binary) await CloseAsync(SocketViolation.Invalid("Send text, not bytes."));
                else if (message.WrittenCount > options.MaxMessageBytes) await CloseAsync(SocketViolation.TooLarge(options.MaxMessageBytes));
                else if (part.EndOfMessage) return message.WrittenMemory;
            }
        }
        catch (Exception error) when (IsGone(error))
        {
            return null;
        }
    }

    /// <summary>
    /// Sends a message unless the socket closes or nobody wants it any more. A client that takes nothing for too long is cut off.
    /// </summary>
    /// <param name="message">The text as UTF-8.</param>
    /// <param name="unwanted">Whoever waits for the turn with this signalled leaves without a word.</param>
    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken unwanted = default)
    {
        await _turn.WaitAsync(unwanted);
        try
        {
            unwanted.ThrowIfCancellationRequested();
            if (IsClosing) return;
            // The token of a half-sent message ends the whole socket, so it is not the operation's.
            using var limit = new CancellationTokenSource(options.SendTimeout, time);
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        catch (Exception error) when (!unwanted.IsCancellationRequested && IsGone(error))
        {
            socket.Abort(); // The reader notices.
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says good-bye, once; the reader then waits for the client's answer, which has to come soon.</summary>
    public async Task CloseAsync(SocketViolation reason)
    {
        if (Interlocked.Exchange(ref _isClosing, 1) != 0) return;
        await _turn.WaitAsync();
        try
        {
            _grace = new CancellationTokenSource(options.CloseTimeout, time);
            _grace.Token.UnsafeRegister(static socket => ((WebSocket)socket!).Abort(), socket);
            await socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, Shorten(reason.Message), CancellationToken.None);
        }
        catch (Exception error) when (IsGone(error))
        {
            socket.Abort();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Who is late may still ask for a turn, so that is left to the garbage collector.</summary>
    public void Dispose() => _grace?.Dispose();

    private static bool IsGone(Exception error) => error is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException;

    private static string Shorten(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > LongestReason) reason = reason[..^(char.IsLowSurrogate(reason[^1]) ? 2 : 1)];
        return reason;
    }
}
