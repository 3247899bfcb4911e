using System.Text;
using Personalify.Domain.Moods;

namespace Personalify.Domain.Tests.Moods;

public sealed class TextFoldingTests
{
    /// <summary>The library needs data of the system for this, which is why the letters are written out.</summary>
    [Fact]
    public void A_letter_with_accents_is_folded_as_Unicode_takes_it_apart()
    {
        var latin = Enumerable.Range(0, 0x250).Concat(Enumerable.Range(0x1E00, 0x100)).Select(value => (char)value).Where(char.IsLetter);
        foreach (var letter in latin)
        {
            var first = char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]);
            if (char.IsAsciiLetter(first)) Assert.Equal(first, TextFolding.Fold(letter));
        }
    }

    [Theory]
    [InlineData("ßæøœđðłıþħ", "saooddlith")]
    [InlineData("ÆØŒĐÐŁÞĦẞ", "aooddlths")]
    [InlineData("ＡＺａｚ０９", "azaz09")]
    [InlineData("09!?~", "09!?~")]
    [InlineData("Жλ愛", "Жλ愛")]
    public void What_Unicode_does_not_take_apart_is_written_out_and_the_rest_stays(string text, string folded) =>
        Assert.Equal(folded, string.Concat(text.Select(TextFolding.Fold)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("a1", 0)]
    [InlineData("12a", 2)]
    [InlineData("٣٤", 0)]
    public void Leading_digits_are_counted(string text, int count) => Assert.Equal(count, TextFolding.LeadingDigits(text));
}
