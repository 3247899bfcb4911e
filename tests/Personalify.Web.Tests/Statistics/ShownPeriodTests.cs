using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Tests.Statistics;

public sealed class ShownPeriodTests
{
    private static readonly DateOnly Today = new(2025, 11, 26);
    private static readonly Coverage Long = new(new(2018, 3, 4), Today, 60_000);

    [Fact]
    public void A_year_is_twelve_whole_months_and_is_compared_with_the_same_months_before()
    {
        var shown = ShownPeriod.Of(StatisticsQuery.Default, Long, Today);

        Assert.Equal("The last twelve months", shown.Title);
        Assert.Equal(new Period(new(2024, 12, 1), Today), shown.Period);
        Assert.Equal(new Period(new(2023, 12, 1), new(2024, 11, 26)), shown.Before);
    }

    [Fact]
    public void Four_weeks_are_compared_with_the_four_before()
    {
        var shown = ShownPeriod.Of(StatisticsQuery.Default.With(PeriodName.FourWeeks), Long, Today);

        Assert.Equal(28, shown.Period.Days);
        Assert.Equal(shown.Period.From.AddDays(-1), shown.Before!.To);
        Assert.True(shown.IsDaily);
    }

    [Fact]
    public void An_old_history_is_shown_to_its_own_end()
    {
        var old = Long with { LastDay = new(2023, 6, 10) };

        var shown = ShownPeriod.Of(StatisticsQuery.Default, old, Today);

        Assert.Equal("Twelve months", shown.Title);
        Assert.Equal(new Period(new(2022, 7, 1), new(2023, 6, 10)), shown.Period);
    }

    [Fact]
    public void Nothing_is_compared_with_a_time_before_the_history_began()
    {
        var young = Long with { FirstDay = new(2024, 2, 1) };

        Assert.Null(ShownPeriod.Of(StatisticsQuery.Default, young, Today).Before);
    }

    [Fact]
    public void Everything_has_nothing_before_it()
    {
        var shown = ShownPeriod.Of(StatisticsQuery.Default.With(PeriodName.All), Long, Today);

        Assert.Equal(new Period(Long.FirstDay, Long.LastDay), shown.Period);
        Assert.Null(shown.Before);
    }

    [Fact]
    public void Dates_chosen_the_wrong_way_round_are_turned()
    {
        var query = StatisticsQuery.Default.With(new(2024, 5, 9), new(2024, 5, 1));

        Assert.Equal(new Period(new(2024, 5, 1), new(2024, 5, 9)), ShownPeriod.Of(query, Long, Today).Period);
    }

    [Fact]
    public void An_open_end_goes_as_far_as_the_history()
    {
        var query = StatisticsQuery.Default with { PeriodName = PeriodName.Chosen, From = new(2024, 5, 9) };

        Assert.Equal(new Period(new(2024, 5, 9), Long.LastDay), ShownPeriod.Of(query, Long, Today).Period);
    }
}
