using Personalify.Domain.Catalog;

namespace Personalify.Domain.Tests.Catalog;

public sealed class CatalogNameTests
{
    [Theory]
    [InlineData("Mara Quill", "Mara Quill")]
    [InlineData("  Mara \u00a0 Quill\t", "Mara Quill")]
    [InlineData("Beyonce\u0301", "Beyonc\u00e9")]
    [InlineData("a\u0000b\u0007", "ab")]
    [InlineData("a\u009bb\u0080\u007f", "ab")]
    [InlineData("\u0000\u001f", "")]
    [InlineData("a\u0085b", "a b")]
    [InlineData("e\u0000\u0301", "\u00e9")]
    [InlineData("", "")]
    [InlineData("\u200eMara\u200b", "\u200eMara\u200b")]
    [InlineData("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧")]
    public void A_name_is_shown_composed_trimmed_and_without_controls(string raw, string shown) => Assert.Equal(shown, CatalogName.Display(raw));

    /// <summary>Given as numbers, because attributes cannot hold such texts.</summary>
    [Theory]
    [InlineData("61 D83D 62", "a\ufffdb")]
    [InlineData("DC00", "\ufffd")]
    [InlineData("65 D800 65 301", "e\ufffd\u00e9")]
    [InlineData("61 FFFE FFFF 62", "ab")]
    [InlineData("61 FDD0 FDEF 62", "ab")]
    [InlineData("61 D83F DFFE 62", "ab")]
    public void Halves_of_pairs_are_replaced_and_noncharacters_left_out(string units, string shown) =>
        Assert.Equal(shown, CatalogName.Display(string.Concat(units.Split(' ').Select(unit => (char)Convert.ToInt32(unit, 16)))));

    [Theory]
    [InlineData("\u200eMara \u200bQuill\u202c", "Mara Quill")]
    [InlineData("MARA", "MARA")]
    [InlineData("a \u200b b", "a b")]
    [InlineData("\u200b", "\u200b")]
    [InlineData("Kukoč", "Kukoč")]
    public void A_key_lacks_the_marks_that_nobody_sees_and_keeps_the_case(string shown, string key) => Assert.Equal(key, CatalogName.Key(shown));

    [Fact]
    public void A_name_that_is_too_long_is_cut_between_characters()
    {
        var cut = CatalogName.Display(string.Concat(Enumerable.Repeat("🎵", 500)) + "x", maxLength: 401);
        Assert.Equal(string.Concat(Enumerable.Repeat("🎵", 200)), cut);
    }
}
