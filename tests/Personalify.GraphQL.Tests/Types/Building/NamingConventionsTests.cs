using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

public sealed class NamingConventionsTests
{
    [Theory]
    [InlineData("Name", "name")]
    [InlineData("name", "name")]
    [InlineData("FooBar", "fooBar")]
    [InlineData("FOOBar", "fooBar")]
    [InlineData("FOO1Ar", "foo1Ar")]
    [InlineData("FOO_Ar", "foo_Ar")]
    [InlineData("ID", "id")]
    [InlineData("IPAddress", "ipAddress")]
    [InlineData("A", "a")]
    public void A_property_begins_with_a_small_letter(string name, string expected) => Assert.Equal(expected, NamingConventions.FormatFieldName(name));

    [Theory]
    [InlineData("GetTracks", false, "tracks")]
    [InlineData("Get", false, "get")]
    [InlineData("Getaway", false, "away")]
    [InlineData("GetTopTracksAsync", true, "topTracks")]
    [InlineData("GetTopTracksAsync", false, "topTracksAsync")]
    [InlineData("Async", true, "async")]
    [InlineData("StartImport", true, "startImport")]
    public void A_method_loses_Get_and_a_task_loses_Async(string name, bool isAsynchronous, string expected) =>
        Assert.Equal(expected, NamingConventions.FormatMethodName(name, isAsynchronous));

    [Theory]
    [InlineData("FooBar", "FOO_BAR")]
    [InlineData("FOO_BAR", "FOO_BAR")]
    [InlineData("FOO", "FOO")]
    [InlineData("IPAddress", "IP_ADDRESS")]
    [InlineData("Http2Server", "HTTP2_SERVER")]
    [InlineData("Foo_Bar", "FOO_BAR")]
    [InlineData("a", "A")]
    [InlineData("HalfOrFourMinutes", "HALF_OR_FOUR_MINUTES")]
    public void An_enum_value_is_in_capitals_with_underscores(string name, string expected) =>
        Assert.Equal(expected, NamingConventions.FormatEnumValueName(name));

    [Theory]
    [InlineData(typeof(Plain), "Plain")]
    [InlineData(typeof(Pair<Plain, Renamed>), "PairOfPlainAndOther")]
    [InlineData(typeof(Pair<Plain, Pair<Plain, Plain>>), "PairOfPlainAndPairOfPlainAndPlain")]
    [InlineData(typeof(Renamed), "Other")]
    public void A_generic_type_names_its_arguments(Type type, string expected) => Assert.Equal(expected, NamingConventions.GetTypeName(type));

    [Theory]
    [InlineData(typeof(Plain), "PlainInput")]
    [InlineData(typeof(PlainInput), "PlainInput")]
    [InlineData(typeof(Renamed), "Other")]
    public void An_input_object_ends_in_Input_unless_it_is_named(Type type, string expected) => Assert.Equal(expected, NamingConventions.GetInputTypeName(type));

    private abstract class Plain;

    private abstract class PlainInput;

    private abstract class Pair<TFirst, TSecond>;

    [GraphQLName("Other")]
    private abstract class Renamed;
}
