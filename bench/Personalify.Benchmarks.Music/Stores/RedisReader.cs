using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>Reads replies as they come and hands each to whoever waits next.</summary>
internal sealed class RedisReader(Socket socket, Func<RedisReply> next)
{
    private const int BufferBytes = 1 << 16;

    public async Task RunAsync()
    {
        var pipe = PipeReader.Create(new NetworkStream(socket), new StreamPipeReaderOptions(bufferSize: BufferBytes));
        while (await pipe.ReadAsync() is { IsCompleted: false } read)
        {
            var rest = read.Buffer;
            while (TryRead(ref rest, out var values)) next().Complete(values);
            pipe.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static bool TryRead(ref ReadOnlySequence<byte> input, out byte[]?[] values)
    {
        var reader = new SequenceReader<byte>(input);
        values = [];
        if (!reader.TryReadTo(out ReadOnlySpan<byte> line, "\r\n"u8)) return false;
        values = line[0] switch
        {
            (byte)'+' => [],
            (byte)'$' => new byte[]?[1],
            (byte)'*' => new byte[]?[Number(line)],
            _ => throw new InvalidOperationException($"Redis answered {Encoding.UTF8.GetString(line)}."),
        };
        if (line[0] == '$' && !TryReadText(ref reader, Number(line), out values[0])) return false;
        if (line[0] == '*' && !TryReadTexts(ref reader, values)) return false;
        input = input.Slice(reader.Position);
        return true;
    }

    private static bool TryReadTexts(ref SequenceReader<byte> reader, byte[]?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!reader.TryReadTo(out ReadOnlySpan<byte> line, "\r\n"u8) || !TryReadText(ref reader, Number(line), out values[i])) return false;
        }

        return true;
    }

    private static bool TryReadText(ref SequenceReader<byte> reader, int length, out byte[]? value)
    {
        value = null;
        if (length < 0) return true;
        if (reader.Remaining < length + 2) return false;
        value = GC.AllocateUninitializedArray<byte>(length);
        reader.TryCopyTo(value);
        reader.Advance(length + 2);
        return true;
    }

    private static int Number(ReadOnlySpan<byte> line) =>
        Utf8Parser.TryParse(line[1..], out int number, out _) ? number : throw new InvalidOperationException($"Redis answered {Encoding.UTF8.GetString(line)}.");
}
