using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Personalify.Web.Api;
using Personalify.Web.Statistics;

namespace Personalify.Web.Tests.Statistics;

public sealed class StatisticsQueryTests
{
    [Fact]
    public void An_empty_address_shows_the_default() => Assert.Equal(StatisticsQuery.Default, Read(""));

    [Theory]
    [InlineData("?period=4w&play=any&by=plays")]
    [InlineData("?from=2024-01-01&to=2024-02-03&play=finished")]
    [InlineData("?period=all")]
    [InlineData("?period=6m&play=half")]
    [InlineData("?period=today")]
    [InlineData("?period=7d")]
    [InlineData("?period=this-month")]
    [InlineData("?period=last-month")]
    [InlineData("?period=this-year")]
    [InlineData("?period=last-year&by=plays")]
    [InlineData("?period=2024")]
    [InlineData("?period=2024-02")]
    public void A_link_leads_back_to_what_it_was_made_from(string address)
    {
        var query = Read(address);

        Assert.NotEqual(StatisticsQuery.Default, query);
        Assert.Equal(query, Read(query.Link("/")[1..]));
    }

    [Theory]
    [InlineData("?period=forever", "period")]
    [InlineData("?period=2024-13", "period")]
    [InlineData("?period=4w&period=6m", "period")]
    [InlineData("?play=maybe", "play")]
    [InlineData("?by=magic", "by")]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?to=2024-13-01", "to")]
    public void What_cannot_be_read_is_told_by_its_name(string address, string key) =>
        Assert.Equal(key, Assert.Throws<AddressException>(() => Read(address)).Key);

    [Theory]
    [InlineData("?period=&play=&by=&from=&to=")]
    [InlineData("?play[]=any")]
    public void What_a_form_leaves_empty_is_the_default(string address) => Assert.Equal(StatisticsQuery.Default, Read(address));

    [Fact]
    public void Defaults_are_left_out_of_links() => Assert.Equal("/top/tracks", StatisticsQuery.Default.Link("/top/tracks"));

    [Fact]
    public void A_chosen_period_gives_way_to_a_named_one()
    {
        var query = Read("?from=2024-01-01&to=2024-02-03&play=any").With(PeriodName.All);

        Assert.Equal("/?period=all&play=any", query.Link("/"));
    }

    [Fact]
    public void Values_in_links_are_escaped() =>
        Assert.Equal("/x?track=a%26b%3D%22", StatisticsQuery.Default.Link("/x", ("track", "a&b=\"")));

    [Fact]
    public void Links_to_plays_keep_the_definition() =>
        Assert.Equal(
            "/history/plays?play=any&day=2025-02-09",
            PlaysLink.OfDay(PlayDefinition.Any)(new(2025, 2, 9)));

    private static StatisticsQuery Read(string address) => StatisticsQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(address)));
}
