using System.Text;

namespace Personalify.Api.Tests.Moods;

/// <summary>
/// A small classifier as a file of ONNX, written field by field: each token adds its row of a table to the logits, unless the mask leaves it out.
/// </summary>
internal static class OnnxFile
{
    private const int Float = 1, Int64 = 7;

    /// <param name="weights">For each token the logits that it adds, one for each label.</param>
    /// <param name="ids">What the model calls its input.</param>
    public static byte[] Classifier(float[][] weights, string ids = "input_ids")
    {
        var labels = weights[0].Length;
        var table = weights.SelectMany(row => row).SelectMany(BitConverter.GetBytes).ToArray();
        var graph = Message(
            Field(1, Node("Gather", ["table", ids], "rows")),
            Field(1, Node("Cast", ["attention_mask"], "weights", Attribute("to", Float))),
            Field(1, Node("Unsqueeze", ["weights", "last"], "columns")),
            Field(1, Node("Mul", ["rows", "columns"], "counted")),
            Field(1, Node("ReduceSum", ["counted", "middle"], "logits", Attribute("keepdims", 0))),
            Field(2, "classifier"),
            Field(5, Tensor("table", Float, table, weights.Length, labels)),
            Field(5, Tensor("last", Int64, BitConverter.GetBytes(2L), 1)),
            Field(5, Tensor("middle", Int64, BitConverter.GetBytes(1L), 1)),
            Field(11, Value(ids, Int64, "titles", "tokens")),
            Field(11, Value("attention_mask", Int64, "titles", "tokens")),
            Field(12, Value("logits", Float, "titles", "labels")));
        return Message(Field(1, 8), Field(7, graph), Field(8, Message(Field(1, ""), Field(2, 13))));
    }

    private static byte[] Node(string operation, string[] inputs, string output, params byte[][] attributes) => Message(
        [.. inputs.Select(input => Field(1, input)), Field(2, output), Field(4, operation), .. attributes.Select(attribute => Field(5, attribute))]);

    private static byte[] Attribute(string name, long value) => Message(Field(1, name), Field(3, value), Field(20, 2));

    private static byte[] Tensor(string name, int type, byte[] content, params long[] shape) =>
        Message([.. shape.Select(length => Field(1, length)), Field(2, type), Field(8, name), Field(9, content)]);

    private static byte[] Value(string name, int type, params string[] shape) => Message(
        Field(1, name),
        Field(2, Message(Field(1, Message(
            Field(1, type), Field(2, Message([.. shape.Select(length => Field(1, Message(Field(2, length))))])))))));

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(field => field)];

    private static byte[] Field(int number, long value) => [.. Varint((ulong)number << 3), .. Varint((ulong)value)];

    private static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int number, byte[] content) => [.. Varint(((ulong)number << 3) | 2), .. Varint((ulong)content.Length), .. content];

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value > 0x7F; value >>= 7) bytes.Add((byte)(value | 0x80));
        return [.. bytes, (byte)value];
    }
}
