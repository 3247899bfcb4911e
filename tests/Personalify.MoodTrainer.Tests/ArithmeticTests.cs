using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer.Tests;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(96)]
    public void A_product_of_rows_is_the_sum_of_products(int length)
    {
        float[] left = [.. Enumerable.Range(1, length)], right = [.. Enumerable.Range(0, length)];
        Assert.Equal(left.Zip(right, (a, b) => a * b).Sum(), Arithmetic.Dot(left, right), 1f);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-1.5)]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(12)]
    public void The_power_is_that_of_the_library(double power) =>
        Assert.InRange(FixedArithmetic.Exp(power) / Math.Exp(power), 1 - 1e-8, 1 + 1e-8);

    [Fact]
    public void Random_numbers_are_the_same_everywhere()
    {
        var random = new RandomNumbers(0);
        ulong[] numbers = [random.Next(), random.Next(), random.Next()];
        Assert.Equal([16294208416658607535, 7960286522194355700, 487617019471545679], numbers);
    }

    [Fact]
    public void Shuffling_keeps_every_value()
    {
        int[] values = [.. Enumerable.Range(0, 100)];
        new RandomNumbers(4).Shuffle(values);
        Assert.NotEqual(Enumerable.Range(0, 100), values);
        Assert.Equal(Enumerable.Range(0, 100), values.Order());
    }
}
