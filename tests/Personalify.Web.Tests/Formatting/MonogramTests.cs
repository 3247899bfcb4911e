using Personalify.Web.Formatting;

namespace Personalify.Web.Tests.Formatting;

public sealed class MonogramTests
{
    [Theory]
    [InlineData("Velvet Harbor", "VH")]
    [InlineData("Marlow & June Sons", "MJ")]
    [InlineData("tessellate", "T")]
    [InlineData("  Ødegård  ", "Ø")]
    [InlineData("<script>", "S")]
    [InlineData("椎名林檎", "椎")]
    [InlineData("فيروز", "ف")]
    [InlineData("e\u0301clat", "E\u0301")]
    [InlineData("1975", "1")]
    [InlineData("…", "♪")]
    [InlineData("", "♪")]
    [InlineData("\u202e\u200b", "♪")]
    public void Initials_are_the_first_letters_of_two_words(string name, string expected) => Assert.Equal(expected, Monogram.Initials(name));

    [Fact]
    public void A_name_always_has_the_same_hue()
    {
        // Written down, because the hue must survive a restart and another machine.
        Assert.Equal(0, Monogram.Hue("Velvet Harbor"));
        Assert.InRange(Monogram.Hue("\ud83c\udfb5 a name with more than letters"), 0, Monogram.Hues - 1);
    }

    [Fact]
    public void Names_spread_over_all_hues()
    {
        var hues = Enumerable.Range(0, 500).Select(number => Monogram.Hue($"Artist {number}")).Distinct();

        Assert.Equal(Monogram.Hues, hues.Count());
    }
}
