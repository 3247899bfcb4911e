using System.Buffers;
using System.Net.Sockets;
using System.Text;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>
/// One socket that all requests share: commands leave together and replies come back in their order. Only what the measure needs, so that it
/// compares engines and not Redis clients.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Queue<RedisReply> _awaited = new();
    private readonly Lock _gate = new();
    private ArrayBufferWriter<byte> _open = new(BufferBytes);
    private ArrayBufferWriter<byte> _sent = new(BufferBytes);
    private bool _isSending;

    public static async Task<RedisConnection> OpenAsync(Uri address)
    {
        var connection = new RedisConnection();
        await connection._socket.ConnectAsync(address.Host, address.Port);
        _ = new RedisReader(connection._socket, connection.NextReply).RunAsync();
        await connection.SendAsync("AUTH", [address.UserInfo.TrimStart(':')]);
        return connection;
    }

    public ValueTask<byte[]?[]> GetAsync(string key) => SendAsync("GET", [key]);

    /// <summary>The values of <c>prefix</c> followed by each number, in one command.</summary>
    public ValueTask<byte[]?[]> GetAsync(ReadOnlySpan<byte> prefix, IReadOnlyList<int> numbers)
    {
        lock (_gate)
        {
            var command = new RedisCommand(_open, numbers.Count + 1);
            command.Add("MGET"u8);
            for (var i = 0; i < numbers.Count; i++) command.Add(prefix, numbers[i]);
            return Await();
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private ValueTask<byte[]?[]> SendAsync(string name, ReadOnlySpan<string> arguments)
    {
        lock (_gate)
        {
            var command = new RedisCommand(_open, arguments.Length + 1);
            command.Add(Encoding.UTF8.GetBytes(name));
            foreach (var argument in arguments) command.Add(Encoding.UTF8.GetBytes(argument));
            return Await();
        }
    }

    private ValueTask<byte[]?[]> Await()
    {
        var reply = new RedisReply();
        _awaited.Enqueue(reply);
        if (!_isSending)
        {
            _isSending = true;
            ThreadPool.UnsafeQueueUserWorkItem(static connection => _ = connection.SendAsync(), this, preferLocal: false);
        }

        return reply.Task;
    }

    private async Task SendAsync()
    {
        while (TakeOpen() is { } commands)
        {
            for (var rest = commands.WrittenMemory; rest.Length > 0;) rest = rest[await _socket.SendAsync(rest)..];
            commands.ResetWrittenCount();
        }
    }

    private ArrayBufferWriter<byte>? TakeOpen()
    {
        lock (_gate)
        {
            if (_open.WrittenCount == 0)
            {
                _isSending = false;
                return null;
            }

            (_open, _sent) = (_sent, _open);
            return _sent;
        }
    }

    private RedisReply NextReply()
    {
        lock (_gate) return _awaited.Dequeue();
    }
}
