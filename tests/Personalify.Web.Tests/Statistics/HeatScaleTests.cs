using Personalify.Web.Statistics;

namespace Personalify.Web.Tests.Statistics;

public sealed class HeatScaleTests
{
    [Fact]
    public void One_long_day_does_not_turn_the_others_pale()
    {
        var scale = new HeatScale([.. Enumerable.Range(1, 99).Select(value => (long)value), 1_000_000]);

        Assert.Equal([1, 2, 3, 4, 4], new long[] { 10, 50, 80, 95, 1_000_000 }.Select(scale.LevelOf));
    }

    [Fact]
    public void Nothing_is_always_the_lightest()
    {
        Assert.Equal(0, new HeatScale([0, 0, 5]).LevelOf(0));
        Assert.Equal(0, new HeatScale([]).LevelOf(0));
    }

    [Fact]
    public void A_single_day_is_shown() => Assert.Equal(1, new HeatScale([7]).LevelOf(7));

    [Fact]
    public void More_is_never_lighter()
    {
        var values = Enumerable.Range(0, 300).Select(index => (long)(index * 7919 % 1000)).ToList();
        var scale = new HeatScale(values);

        Assert.Equal(values.Order().Select(scale.LevelOf), values.Select(scale.LevelOf).Order());
    }
}
