using System.Buffers;
using System.Buffers.Text;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>Writes one command in Redis's protocol.</summary>
internal readonly ref struct RedisCommand
{
    private const int LongestNumber = 11;
    private readonly ArrayBufferWriter<byte> _output;

    public RedisCommand(ArrayBufferWriter<byte> output, int parts)
    {
        _output = output;
        WriteLength((byte)'*', parts);
    }

    public void Add(ReadOnlySpan<byte> part)
    {
        WriteLength((byte)'$', part.Length);
        _output.Write(part);
        _output.Write("\r\n"u8);
    }

    public void Add(ReadOnlySpan<byte> prefix, int number)
    {
        Span<byte> part = stackalloc byte[prefix.Length + LongestNumber];
        prefix.CopyTo(part);
        Utf8Formatter.TryFormat(number, part[prefix.Length..], out var digits);
        Add(part[..(prefix.Length + digits)]);
    }

    private void WriteLength(byte kind, int length)
    {
        var space = _output.GetSpan(LongestNumber + 3);
        space[0] = kind;
        Utf8Formatter.TryFormat(length, space[1..], out var digits);
        "\r\n"u8.CopyTo(space[(digits + 1)..]);
        _output.Advance(digits + 3);
    }
}
