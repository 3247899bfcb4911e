using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Tests.Statistics;

public sealed class ShownPeriodTests
{
    private static readonly DateOnly Today = new(2025, 11, 26);
    private static readonly Coverage Long = new(new(2018, 3, 4), Today, 60_000);

    [Theory]
    [InlineData("2025-11-26", "2024-11-27", 365)]
    [InlineData("2024-06-10", "2023-06-11", 366)]
    [InlineData("2024-02-29", "2023-03-01", 366)]
    [InlineData("2025-02-28", "2024-03-01", 365)]
    public void Twelve_months_are_the_days_of_a_year_and_are_compared_with_the_year_before(string last, string first, int days)
    {
        var end = DateOnly.Parse(last, null);
        var shown = ShownPeriod.Of(StatisticsQuery.Default, Long with { LastDay = end }, end);

        Assert.Equal("The last twelve months", shown.Title);
        Assert.Equal((DateOnly.Parse(first, null), end, days), (shown.Period.From, shown.Period.To, shown.Period.Days));
        Assert.Equal((shown.Period.From.AddYears(-1), shown.Period.From.AddDays(-1)), (shown.Before!.From, shown.Before.To));
    }

    [Theory]
    [InlineData(PeriodName.Today, "2025-11-26", "2025-11-26", "2025-11-25", "2025-11-25", "the day before")]
    [InlineData(PeriodName.SevenDays, "2025-11-20", "2025-11-26", "2025-11-13", "2025-11-19", "the seven days before")]
    [InlineData(PeriodName.FourWeeks, "2025-10-30", "2025-11-26", "2025-10-02", "2025-10-29", "the four weeks before")]
    [InlineData(PeriodName.SixMonths, "2025-05-27", "2025-11-26", "2024-11-27", "2025-05-26", "the six months before")]
    [InlineData(PeriodName.ThisMonth, "2025-11-01", "2025-11-26", "2025-10-01", "2025-10-26", "the same days of the month before")]
    [InlineData(PeriodName.LastMonth, "2025-10-01", "2025-10-31", "2025-09-01", "2025-09-30", "the month before")]
    [InlineData(PeriodName.ThisYear, "2025-01-01", "2025-11-26", "2024-01-01", "2024-11-26", "the same days of the year before")]
    [InlineData(PeriodName.LastYear, "2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31", "the year before")]
    public void Every_named_period_has_its_days_and_as_much_of_the_one_before(
        PeriodName name, string from, string to, string beforeFrom, string beforeTo, string beforeName)
    {
        var shown = ShownPeriod.Of(StatisticsQuery.Default.With(name), Long, Today);

        Assert.Equal(Of(from, to), shown.Period);
        Assert.Equal(Of(beforeFrom, beforeTo), shown.Before);
        Assert.Equal(beforeName, shown.BeforeName);
    }

    [Theory]
    [InlineData(PeriodName.FourWeeks, "2025-10-02", "2025-10-29")]
    [InlineData(PeriodName.SixMonths, "2024-11-27", "2025-05-26")]
    [InlineData(PeriodName.ThisMonth, "2025-10-01", "2025-10-31")]
    [InlineData(PeriodName.LastYear, "2023-01-01", "2023-12-31")]
    public void One_step_back_is_as_long_as_the_period(PeriodName name, string from, string to) =>
        Assert.Equal(Of(from, to), ShownPeriod.Of(StatisticsQuery.Default.With(name), Long, Today).Previous);

    [Fact]
    public void A_step_on_leads_to_the_month_in_which_the_history_ends_and_no_further()
    {
        var october = ShownPeriod.Of(StatisticsQuery.Default.At(Of("2025-10-01", "2025-10-31")), Long, Today);
        var november = ShownPeriod.Of(StatisticsQuery.Default.At(october.Next!), Long, Today);

        Assert.Equal(("October 2025", "November 2025"), (october.Title, november.Title));
        Assert.Equal(Of("2025-11-01", "2025-11-26"), november.Period);
        Assert.Null(november.Next);
    }

    [Fact]
    public void Steps_of_months_keep_to_months_whatever_their_days()
    {
        var february = ShownPeriod.Of(StatisticsQuery.Default.At(Of("2024-02-01", "2024-02-29")), Long, Today);

        Assert.Equal((Of("2024-01-01", "2024-01-31"), Of("2024-03-01", "2024-03-31")), (february.Previous, february.Next));
        Assert.Equal("?period=2024-03", StatisticsQuery.Default.At(february.Next!).Link(""));
    }

    [Fact]
    public void There_is_no_step_before_the_history_began()
    {
        var first = ShownPeriod.Of(StatisticsQuery.Default.At(Period.OfYear(2018)), Long, Today);

        Assert.Null(first.Previous);
        Assert.Equal(Of("2018-03-04", "2018-12-31"), first.Period);
        Assert.Null(first.Before);
    }

    [Fact]
    public void An_old_history_is_shown_to_its_own_end()
    {
        var old = Long with { LastDay = new(2023, 6, 10) };

        var shown = ShownPeriod.Of(StatisticsQuery.Default, old, Today);

        Assert.Equal("Twelve months", shown.Title);
        Assert.Equal(Of("2022-06-11", "2023-06-10"), shown.Period);
    }

    [Fact]
    public void A_period_after_the_history_is_shown_as_it_was_asked_for_and_compared_with_nothing()
    {
        var shown = ShownPeriod.Of(StatisticsQuery.Default.With(PeriodName.Today), Long with { LastDay = new(2023, 6, 10) }, Today);

        Assert.Equal(new Period(Today, Today), shown.Period);
        Assert.Null(shown.Before);
    }

    [Fact]
    public void Nothing_is_compared_with_a_time_before_the_history_began()
    {
        var young = Long with { FirstDay = new(2024, 2, 1) };

        Assert.Null(ShownPeriod.Of(StatisticsQuery.Default, young, Today).Before);
    }

    [Fact]
    public void Everything_has_nothing_before_it_and_no_step()
    {
        var shown = ShownPeriod.Of(StatisticsQuery.Default.With(PeriodName.All), Long, Today);

        Assert.Equal(new Period(Long.FirstDay, Long.LastDay), shown.Period);
        Assert.Equal((null, null, null), (shown.Before, shown.Previous, shown.Next));
    }

    [Fact]
    public void Dates_chosen_the_wrong_way_round_are_turned()
    {
        var query = StatisticsQuery.Default.With(new(2024, 5, 9), new(2024, 5, 1));

        Assert.Equal(Of("2024-05-01", "2024-05-09"), ShownPeriod.Of(query, Long, Today).Period);
    }

    [Fact]
    public void An_open_end_goes_as_far_as_the_history()
    {
        var query = StatisticsQuery.Default with { PeriodName = PeriodName.Chosen, From = new(2024, 5, 9) };

        Assert.Equal(new Period(new(2024, 5, 9), Long.LastDay), ShownPeriod.Of(query, Long, Today).Period);
    }

    private static Period Of(string from, string to) => new(DateOnly.Parse(from, null), DateOnly.Parse(to, null));
}
