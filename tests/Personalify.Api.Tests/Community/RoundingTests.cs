using Personalify.Api.Community;

namespace Personalify.Api.Tests.Community;

/// <summary>How figures of the community are rounded.</summary>
public sealed class RoundingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 5)]
    [InlineData(3, 5)]
    [InlineData(8, 10)]
    [InlineData(97, 95)]
    [InlineData(98, 100)]
    [InlineData(124, 120)]
    [InlineData(125, 130)]
    [InlineData(12_345, 12_000)]
    [InlineData(long.MaxValue, 9_200_000_000_000_000_000)]
    public void Plays_are_rounded_to_two_digits_and_fives(long plays, long rounded) => Assert.Equal(rounded, Rounding.Plays(plays));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99, 99)]
    [InlineData(104, 100)]
    [InlineData(7_983_702, 8_000_000)]
    [InlineData(12_345_678, 12_000_000)]
    public void Times_are_rounded_to_two_digits(long milliseconds, long rounded) =>
        Assert.Equal(rounded, Rounding.ToTwoDigits(milliseconds));
}
