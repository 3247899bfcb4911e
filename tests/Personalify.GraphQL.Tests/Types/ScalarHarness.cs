using System.Buffers;
using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Types;

/// <summary>Reads and writes single values of a scalar.</summary>
internal static class ScalarHarness
{
    public static object ReadJson(this ScalarType scalar, string json)
    {
        using var document = JsonDocument.Parse(json);
        return scalar.ParseValue(document.RootElement);
    }

    public static string WriteJson(this ScalarType scalar, object value)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output)) scalar.Write(writer, value);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
