using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Personalify.Domain.Moods;

/// <summary>What a file of a model holds. Numbers are little-endian, tables follow one another without gaps.</summary>
internal sealed record TitleModelFile(
    ulong[] KnownWords, ulong[] Pieces, LinearTable Linear, SumNetwork Sum, ConvolutionNetwork Convolution, MoodStack Stack)
{
    private const uint Mark = 0x444F4F4D;
    private const int Form = 1;

    /// <summary>The first digits of the file's SHA-256; empty before it was written.</summary>
    public string Version { get; private init; } = "";

    public static TitleModelFile Read(Stream stream)
    {
        using var memory = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : 0);
        stream.CopyTo(memory);
        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        return Read(bytes) with { Version = VersionOf(bytes) };
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        Write(stream, [Mark]);
        Write(stream, [Form, Linear.Bits, Sum.Pieces.Columns, Convolution.Pieces.Columns]);
        WriteList(stream, KnownWords);
        WriteList(stream, Pieces);
        Write(stream, Linear.Bias);
        Write(stream, Linear.Weights);
        WriteNetwork(stream, Sum.Pieces, Sum.Output);
        WriteNetwork(stream, Convolution.Pieces, Convolution.Output);
        Write(stream, Stack.Weights);
        Write(stream, Stack.Curves);
        Write(stream, Stack.Thresholds);
        return stream.ToArray();
    }

    private static TitleModelFile Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new TableReader(bytes);
        if (reader.Read<uint>(1)[0] != Mark) throw new InvalidDataException("The file is no model of titles: it does not begin with MOOD.");
        var sizes = reader.Read<int>(4);
        if (sizes[0] != Form) throw new InvalidDataException($"The model's file has form {sizes[0]}; this version reads form {Form}.");
        var known = reader.Read<ulong>(reader.Read<int>(1)[0]);
        var pieces = reader.Read<ulong>(reader.Read<int>(1)[0]);
        var linear = ReadLinear(ref reader, sizes[1]);
        var (sum, sumOutput) = ReadNetwork(ref reader, pieces.Length, sizes[2], 1);
        var (convolution, convolutionOutput) = ReadNetwork(ref reader, pieces.Length, sizes[3], ConvolutionNetwork.Width);
        var weights = reader.Read<float>(MoodProbabilities.Count * (MoodStack.Inputs + 1));
        var curves = reader.Read<float>(MoodProbabilities.Count * CalibrationCurve.Size);
        var stack = new MoodStack(weights, curves, reader.Read<float>(MoodProbabilities.Count));
        return new(known, pieces, linear, new(sum, sumOutput), new(convolution, convolutionOutput), stack);
    }

    private static LinearTable ReadLinear(ref TableReader reader, int bits)
    {
        var bias = reader.Read<float>(PieceTable.Lanes);
        return new LinearTable(bits, reader.Read<ushort>(PieceTable.Lanes << bits), bias);
    }

    private static (PieceTable Pieces, OutputLayer Output) ReadNetwork(
        ref TableReader reader, int pieces, int columns, int width)
    {
        var table = new PieceTable(reader.Read<float>(pieces), reader.Read<sbyte>(pieces * columns), columns);
        var hidden = columns / width;
        var bias = reader.Read<float>(hidden);
        var weights = reader.Read<float>(hidden * MoodProbabilities.Count);
        return (table, new OutputLayer(bias, weights, reader.Read<float>(MoodProbabilities.Count)));
    }

    private static void WriteNetwork(MemoryStream stream, PieceTable pieces, OutputLayer output)
    {
        Write(stream, pieces.Scales);
        Write(stream, pieces.Values);
        Write(stream, output.HiddenBias);
        Write(stream, output.Weights);
        Write(stream, output.Bias);
    }

    private static void WriteList(MemoryStream stream, ulong[] values)
    {
        Write(stream, [values.Length]);
        Write(stream, values);
    }

    private static void Write<T>(MemoryStream stream, T[] values) where T : unmanaged => Write<T>(stream, values.AsSpan());

    private static void Write<T>(MemoryStream stream, ReadOnlySpan<T> values) where T : unmanaged =>
        stream.Write(MemoryMarshal.AsBytes(values));

    private static string VersionOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes)[..5]);

    /// <summary>Reads tables one after the other.</summary>
    private ref struct TableReader(ReadOnlySpan<byte> bytes)
    {
        private readonly int _length = bytes.Length;
        private ReadOnlySpan<byte> _rest = bytes;

        public T[] Read<T>(int count) where T : unmanaged
        {
            var size = (long)count * Unsafe.SizeOf<T>();
            if (size < 0 || size > _rest.Length) throw Short(size);
            T[] values = [.. MemoryMarshal.Cast<byte, T>(_rest[..(int)size])];
            _rest = _rest[(int)size..];
            return values;
        }

        private readonly InvalidDataException Short(long size) => new(
            $"The model's file ends after {_length} bytes, where {size} more than the first {_length - _rest.Length} are needed. " +
            "Take it from the repository, or train it.");
    }
}
