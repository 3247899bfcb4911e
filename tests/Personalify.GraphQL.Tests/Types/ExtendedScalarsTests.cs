using System.Text.Json;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Types;

public sealed class ExtendedScalarsTests
{
    [Theory]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("Long", "1.0", "1")]
    [InlineData("Short", "-32768", "-32768")]
    [InlineData("Byte", "-128", "-128")]
    [InlineData("UnsignedByte", "255", "255")]
    [InlineData("Decimal", "0.10", "0.10")]
    [InlineData("Decimal", "79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("DateTime", "\"2026-01-31T18:05:00Z\"", "\"2026-01-31T18:05:00Z\"")]
    [InlineData("DateTime", "\"2026-01-31t18:05:00.1230000z\"", "\"2026-01-31T18:05:00.123Z\"")]
    [InlineData("DateTime", "\"2026-01-31T18:05:00-03:30\"", "\"2026-01-31T18:05:00-03:30\"")]
    [InlineData("LocalDate", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("LocalTime", "\"23:59:59.5\"", "\"23:59:59.5\"")]
    [InlineData("Duration", "\"P1DT2H3M4.5S\"", "\"P1DT2H3M4.5S\"")]
    [InlineData("Duration", "\"-PT90M\"", "\"-PT1H30M\"")]
    [InlineData("UUID", "\"9B2C6F3E-4B1A-4C57-9A55-0F7C2F0A3D11\"", "\"9b2c6f3e-4b1a-4c57-9a55-0f7c2f0a3d11\"")]
    [InlineData("URI", "\"https://example.org/a?b=c\"", "\"https://example.org/a?b=c\"")]
    [InlineData("URI", "\"covers/1.png\"", "\"covers/1.png\"")]
    [InlineData("Base64String", "\"SGVsbG8=\"", "\"SGVsbG8=\"")]
    [InlineData("Any", "{\"a\":[1,null,\"x\"]}", "{\"a\":[1,null,\"x\"]}")]
    public void A_value_is_read_and_written_in_its_format(string scalar, string json, string written) =>
        Assert.Equal(written, Find(scalar).WriteJson(Find(scalar).ReadJson(json)));

    [Theory]
    [InlineData("Long", "9223372036854775808")]
    [InlineData("Short", "32768")]
    [InlineData("Byte", "128")]
    [InlineData("UnsignedByte", "-1")]
    [InlineData("Decimal", "1e40")]
    [InlineData("Decimal", "\"1\"")]
    [InlineData("DateTime", "\"2026-01-31T18:05:00\"")]
    [InlineData("DateTime", "\"2026-01-31 18:05:00Z\"")]
    [InlineData("DateTime", "\"2026-02-30T18:05:00Z\"")]
    [InlineData("DateTime", "\"2026-01-31T24:05:00Z\"")]
    [InlineData("DateTime", "\"2026-01-31T18:05:00.12345678Z\"")]
    [InlineData("DateTime", "1769882700")]
    [InlineData("LocalDate", "\"2025-02-29\"")]
    [InlineData("LocalDate", "\"2025-2-9\"")]
    [InlineData("LocalTime", "\"24:00:00\"")]
    [InlineData("LocalTime", "\"5 pm\"")]
    [InlineData("Duration", "\"P1Y\"")]
    [InlineData("Duration", "\"P\"")]
    [InlineData("Duration", "\"PT\"")]
    [InlineData("Duration", "\"P999999999D\"")]
    [InlineData("UUID", "\"9b2c6f3e4b1a4c579a550f7c2f0a3d11\"")]
    [InlineData("URI", "\"http://a b\"")]
    [InlineData("Base64String", "\"SGVsbG8\"")]
    public void What_is_not_in_the_format_is_refused(string scalar, string json)
    {
        var error = Assert.Throws<CoercionException>(() => Find(scalar).ReadJson(json));
        Assert.StartsWith($"{scalar} cannot represent ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_text_is_answered_with_an_example()
    {
        var error = Assert.Throws<CoercionException>(() => ExtendedScalars.LocalDate.ParseLiteral(new StringValueNode("31.1.2026")));
        Assert.Equal("LocalDate cannot represent \"31.1.2026\": it must look like \"2026-01-31\".", error.Message);
    }

    [Fact]
    public void A_DateTime_without_a_zone_is_taken_as_UTC()
    {
        var unspecified = new DateTime(2026, 1, 31, 18, 5, 0, DateTimeKind.Unspecified);
        Assert.Equal("\"2026-01-31T18:05:00Z\"", ExtendedScalars.DateTime.WriteJson(unspecified));
    }

    [Fact]
    public void Any_keeps_a_literal_as_JSON()
    {
        var literal = new ObjectValueNode(
        [
            new ObjectFieldNode(new NameNode("list"), new ListValueNode([new IntValueNode("1"), new FloatValueNode("2.5"), new NullValueNode()])),
            new ObjectFieldNode(new NameNode("name"), new EnumValueNode("RED")),
        ]);
        var value = (JsonElement)ExtendedScalars.Any.ParseLiteral(literal);
        Assert.Equal("""{"list":[1,2.5,null],"name":"RED"}""", value.GetRawText());
        Assert.Equal("""{ list: [1, 2.5, null], name: "RED" }""", SyntaxPrinter.Print(ExtendedScalars.Any.ToLiteral(value)));
    }

    [Fact]
    public void Any_refuses_a_variable_inside_a_literal()
    {
        var literal = new ListValueNode([new VariableNode(new NameNode("v"))]);
        var error = Assert.Throws<CoercionException>(() => ExtendedScalars.Any.ParseLiteral(literal));
        Assert.Equal("Any cannot hold the variable $v inside a literal; send the whole value as one variable.", error.Message);
    }

    private static ScalarType Find(string name) => ExtendedScalars.All.Single(scalar => scalar.Name == name);
}
