using Personalify.Web.Formatting;

namespace Personalify.Web.Tests.Formatting;

public sealed class BidiTests
{
    [Theory]
    [InlineData("Paper Lanterns", "Paper Lanterns")]
    [InlineData("زهرة المدائن", "زهرة المدائن")]
    [InlineData("\u202eoverridden", "\u202eoverridden")]
    [InlineData("a\u2069b", "ab")]
    [InlineData("\u2067a", "\u2067a\u2069")]
    [InlineData("\u2066a\u2069b\u2069c\u2068", "\u2066a\u2069bc\u2068\u2069")]
    [InlineData("a\u2029b\u0085c", "a b c")]
    public void A_name_ends_no_isolate_but_its_own(string name, string expected) => Assert.Equal(expected, Bidi.Contain(name));

    [Theory]
    [InlineData("Song (live)", "Song (live)")]
    [InlineData("Ødegård 椎名林檎 🎵", "Ødegård 椎名林檎 🎵")]
    [InlineData("فيروز", "\u2068فيروز\u2069")]
    [InlineData("\u202eevil", "\u2068\u202eevil\u2069")]
    [InlineData("\u2069evil", "\u2068evil\u2069")]
    public void What_stands_in_no_markup_is_isolated_by_characters_where_it_has_a_direction(string text, string expected) =>
        Assert.Equal(expected, Bidi.Isolate(text));

    [Theory]
    [InlineData("“a.zip” is empty.", "“a.zip” is empty.")]
    [InlineData("“\u202ea.zip” in the zip “\u2069b” is damaged.", "“\u2068\u202ea.zip\u2069” in the zip “\u2068b\u2069” is damaged.")]
    [InlineData("“\u202ecut off", "“\u2068\u202ecut off\u2069")]
    [InlineData("\u202enaked", "\u2068\u202enaked\u2069")]
    public void Names_in_a_sentence_are_isolated_one_by_one(string text, string expected) => Assert.Equal(expected, Bidi.Sentence(text));
}
