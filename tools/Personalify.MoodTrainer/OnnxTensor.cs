using System.Runtime.InteropServices;
using System.Text;

namespace Personalify.MoodTrainer;

/// <summary>
/// One named table of weights out of a file of ONNX, which is a message of protocol buffers: graph (7) → initializer (5) → name (8) and
/// raw data (9). Everything else is stepped over.
/// </summary>
internal static class OnnxTensor
{
    private const int Graph = 7;
    private const int Initializer = 5;
    private const int Name = 8;
    private const int RawData = 9;

    public static float[] Find(ReadOnlySpan<byte> model, string name)
    {
        var graph = new ProtobufFields(new ProtobufFields(model).Find(Graph));
        while (graph.MoveNext())
        {
            if (graph.Number == Initializer && Encoding.UTF8.GetString(new ProtobufFields(graph.Bytes).Find(Name)) == name)
                return MemoryMarshal.Cast<byte, float>(new ProtobufFields(graph.Bytes).Find(RawData)).ToArray();
        }
        throw new TrainerException($"The model holds no table named {name}.");
    }
}

/// <summary>The fields of a message of protocol buffers, one after the other.</summary>
internal ref struct ProtobufFields(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private int _position;

    public int Number { get; private set; }

    /// <summary>The value of a field that is a number.</summary>
    public ulong Value { get; private set; }

    /// <summary>The content of a field that has a length.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public bool MoveNext()
    {
        if (_position >= _message.Length) return false;
        var key = ReadNumber();
        Number = (int)(key >> 3);
        Bytes = default;
        switch (key & 7)
        {
            case 0: Value = ReadNumber(); break;
            case 1: _position += 8; break;
            case 2: Bytes = ReadBytes(); break;
            case 5: _position += 4; break;
            default: throw new TrainerException($"The model's file is damaged: it has a field of kind {key & 7}, which ONNX has not.");
        }
        return true;
    }

    /// <summary>The content of the first field with this number; empty if there is none.</summary>
    public ReadOnlySpan<byte> Find(int number)
    {
        while (MoveNext())
        {
            if (Number == number) return Bytes;
        }
        return default;
    }

    private ReadOnlySpan<byte> ReadBytes()
    {
        var length = (int)ReadNumber();
        var bytes = _message.Slice(_position, length);
        _position += length;
        return bytes;
    }

    private ulong ReadNumber()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _message[_position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }
}
