using Personalify.Domain.Listening;

namespace Personalify.Domain.Tests.Listening;

public sealed class PeriodBoundsTests
{
    private static readonly Period Listened = new(Day(10), Day(20));

    [Fact]
    public void A_period_of_one_day_is_one_day_long() => Assert.Equal(1, PeriodBounds.Between(Day(5), Day(5)).Close(null)!.Value.Days);

    [Fact]
    public void Open_ends_close_at_the_first_and_the_last_day_of_listening()
    {
        Assert.Equal(Listened, default(PeriodBounds).Close(Listened));
        Assert.Equal(new Period(Day(15), Day(20)), PeriodBounds.Between(Day(15), null).Close(Listened));
        Assert.Equal(new Period(Day(10), Day(15)), PeriodBounds.Between(null, Day(15)).Close(Listened));
    }

    [Fact]
    public void An_end_outside_of_the_listening_is_a_period_of_that_day()
    {
        Assert.Equal(new Period(Day(25), Day(25)), PeriodBounds.Between(Day(25), null).Close(Listened));
        Assert.Equal(new Period(Day(5), Day(5)), PeriodBounds.Between(null, Day(5)).Close(Listened));
    }

    [Fact]
    public void Without_listening_an_open_period_is_none_and_a_closed_one_is_itself()
    {
        Assert.Null(default(PeriodBounds).Close(null));
        Assert.Equal(Listened, PeriodBounds.Between(Day(10), Day(20)).Close(null));
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused()
    {
        var refusal = Assert.Throws<InvalidPeriodException>(() => PeriodBounds.Between(Day(2), Day(1)));
        Assert.Equal("The period ends on 2024-01-01, before it begins on 2024-01-02. Exchange from and to.", refusal.Message);
    }

    [Fact]
    public void A_period_of_more_than_200_years_is_refused() =>
        Assert.Throws<InvalidPeriodException>(() => PeriodBounds.Between(DateOnly.MinValue, DateOnly.MaxValue));

    private static DateOnly Day(int day) => new(2024, 1, day);
}
