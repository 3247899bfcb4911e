using System.Globalization;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Types;

public sealed class SpecifiedScalarsTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("-0.001230e5", -123)]
    [InlineData("1200e-2", 12)]
    [InlineData("-0.0e-9", 0)]
    public void Int_takes_every_whole_JSON_number_of_32_bits(string json, int expected) =>
        Assert.Equal(expected, SpecifiedScalars.Int.ReadJson(json));

    [Theory]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("1e400")]
    [InlineData("1e-40")]
    [InlineData("0.99999999999999999999999999999999999999")]
    [InlineData("-1e-2147483648")]
    public void Int_refuses_JSON_that_is_no_whole_number(string json)
    {
        var error = Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ReadJson(json));
        Assert.Equal($"Int cannot represent non-integer value: {json}", error.Message);
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("9223372036854775808")]
    public void Int_names_its_limits_when_a_number_is_too_large(string number)
    {
        var expected = $"Int cannot represent {number}: it must be -2147483648 to 2147483647.";
        Assert.Equal(expected, Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ReadJson(number)).Message);
        Assert.Equal(expected, Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ParseLiteral(new IntValueNode(number))).Message);
    }

    [Fact]
    public void Int_takes_integer_literals_only()
    {
        Assert.Equal(7, SpecifiedScalars.Int.ParseLiteral(new IntValueNode("7")));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ParseLiteral(new FloatValueNode("7.0")));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ParseLiteral(new StringValueNode("7")));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ParseLiteral(new BooleanValueNode(true)));
    }

    [Fact]
    public void Int_writes_whole_numbers_of_any_CLR_type_within_its_range()
    {
        Assert.All(new object[] { 5, 5L, (short)5, (byte)5, 5u, 5.0, 5m }, value => Assert.Equal("5", SpecifiedScalars.Int.WriteJson(value)));
        Assert.All(new object[] { 5L + int.MaxValue, 5.5, double.NaN, "5", true }, value => Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.WriteJson(value)));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1.25", 1.25)]
    [InlineData("-1e-3", -0.001)]
    public void Float_takes_every_finite_JSON_number(string json, double expected) =>
        Assert.Equal(expected, SpecifiedScalars.Float.ReadJson(json));

    [Fact]
    public void Float_refuses_what_is_not_finite()
    {
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Float.ReadJson("1e400"));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Float.ParseLiteral(new FloatValueNode("1e400")));
        Assert.All(new[] { double.NaN, double.PositiveInfinity }, value => Assert.Throws<CoercionException>(() => SpecifiedScalars.Float.WriteJson(value)));
    }

    [Fact]
    public void Float_takes_integer_literals_and_refuses_strings()
    {
        Assert.Equal(3d, SpecifiedScalars.Float.ParseLiteral(new IntValueNode("3")));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Float.ParseLiteral(new StringValueNode("3")));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Float.ReadJson("\"3\""));
    }

    [Theory]
    [InlineData(3.0, "3")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1e21, "1e21")]
    [InlineData(1.5e-7, "1.5e-07")]
    public void A_Float_literal_reads_back_as_the_same_number(double value, string literal)
    {
        var node = SpecifiedScalars.Float.ToLiteral(value);
        Assert.Equal(literal, SyntaxPrinter.Print(node));
        Assert.Equal(value, SpecifiedScalars.Float.ParseLiteral(node));
    }

    [Fact]
    public void String_takes_and_writes_text_only()
    {
        Assert.Equal("é", SpecifiedScalars.String.ReadJson("\"é\""));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.String.ReadJson("1"));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.String.ParseLiteral(new EnumValueNode("A")));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.String.WriteJson(1));
    }

    [Fact]
    public void Boolean_takes_and_writes_Booleans_only()
    {
        Assert.Equal(true, SpecifiedScalars.Boolean.ReadJson("true"));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Boolean.ReadJson("1"));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Boolean.ParseLiteral(new StringValueNode("true")));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.Boolean.WriteJson(1));
    }

    [Theory]
    [InlineData("\"abc\"", "abc")]
    [InlineData("4", "4")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    public void ID_takes_strings_and_whole_numbers_and_keeps_every_digit(string json, string expected) =>
        Assert.Equal(expected, SpecifiedScalars.ID.ReadJson(json));

    [Fact]
    public void ID_refuses_fractions_Booleans_and_names()
    {
        Assert.Throws<CoercionException>(() => SpecifiedScalars.ID.ReadJson("1.5"));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.ID.ReadJson("true"));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.ID.ParseLiteral(new EnumValueNode("abc")));
    }

    [Fact]
    public void ID_is_always_written_as_a_string()
    {
        var uuid = Guid.Parse("9b2c6f3e-4b1a-4c57-9a55-0f7c2f0a3d11", CultureInfo.InvariantCulture);
        Assert.Equal("\"7\"", SpecifiedScalars.ID.WriteJson(7));
        Assert.Equal("\"7\"", SpecifiedScalars.ID.WriteJson(7L));
        Assert.Equal("\"9b2c6f3e-4b1a-4c57-9a55-0f7c2f0a3d11\"", SpecifiedScalars.ID.WriteJson(uuid));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.ID.WriteJson(1.5));
        Assert.Throws<CoercionException>(() => SpecifiedScalars.ID.WriteJson(true));
    }

    [Fact]
    public void A_message_shows_only_the_beginning_of_a_long_value()
    {
        var error = Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ReadJson($"\"{new string('x', 10_000)}\""));
        Assert.InRange(error.Message.Length, 80, 140);
    }
}
