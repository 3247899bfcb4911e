using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Web.Pages.Overview;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class OverviewTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task The_four_figures_come_first_each_with_how_it_moved()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());

        var page = await pages.ReadAsync("/");

        Assert.Equal(["412 h", "8,946", "1,204", "48 days"], page.QuerySelectorAll(".num").Select(Text));
        Assert.Equal("12 % more than the year before", Text(page.QuerySelector(".trend.up")!));
        Assert.Equal("3 % fewer than the year before", Text(page.QuerySelector(".trend.down")!));
    }

    [Theory]
    [InlineData(811, "2,629 tracks on 811 albums")]
    [InlineData(0, "2,629 tracks")]
    public async Task Albums_are_counted_where_the_export_names_any(int albums, string note)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview(albums: albums));

        var page = await pages.ReadAsync("/");

        Assert.Contains(note, page.QuerySelectorAll(".figure *").Select(Text));
    }

    [Fact]
    public async Task Every_drawing_has_its_table()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());

        var page = await pages.ReadAsync("/");

        Assert.Equal(3, page.QuerySelectorAll("details.data table").Length);
        Assert.Equal("M0 500", page.QuerySelector(".chart .drawing .line:not(.before)")!.GetAttribute("d"));
        Assert.Equal("100%", page.QuerySelector(".chart .drawing .part")!.GetAttribute("cx"));
        Assert.Equal("2 h", Text(page.QuerySelectorAll(".chart tbody tr")[1].Children[1]));
    }

    [Fact]
    public async Task Names_are_text_whatever_they_contain_and_keep_their_own_direction()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(SampleAnswers.Hostile)).On("Overview", SampleAnswers.Overview(SampleAnswers.Hostile));

        var page = await pages.ReadAsync("/");

        Assert.All(page.QuerySelectorAll("script"), script => Assert.True(script.HasAttribute("src")));
        Assert.All(page.QuerySelectorAll(".name"), name => Assert.Equal(SampleAnswers.Hostile, Assert.Single(name.Children, child => child.LocalName == "bdi").TextContent));
        Assert.Equal(SampleAnswers.Hostile, page.QuerySelector(".who bdi")!.TextContent);
    }

    [Fact]
    public async Task The_chosen_period_goes_to_the_api_as_days_of_the_listener()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());

        await pages.ReadAsync("/?from=2024-05-01&to=2024-05-09&play=any&by=plays");

        var variables = pages.Api.VariablesOf("Overview");
        Assert.Equal("""{"from":"2024-05-01","to":"2024-05-09"}""", variables.GetProperty("period").GetRawText());
        Assert.Equal("""{"from":"2024-04-22","to":"2024-04-30"}""", variables.GetProperty("before").GetRawText());
        Assert.Equal(("ANY", "PLAYS"), (variables.GetProperty("play").GetString(), variables.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task Navigation_takes_the_period_and_the_definition_along()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());

        var page = await pages.ReadAsync("/?period=4w&play=any");

        Assert.Contains("/top/tracks?period=4w&play=any", page.QuerySelectorAll(".rail a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Without_a_history_the_page_says_what_to_do_next()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(hasHistory: false)).On("SpokenWord", """{"me":{"imports":{"nodes":[]}}}""");

        var page = await pages.ReadAsync("/");

        Assert.Equal("/imports", page.QuerySelector(".notice a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_period_without_plays_leads_back_to_everything()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview(plays: 0));

        var page = await pages.ReadAsync("/?play=finished");

        Assert.Equal("/?period=all&play=finished", page.QuerySelector(".notice a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_calendar_is_computed_once_for_a_page()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());
        var models = new PageModels();
        using var web = pages.WithWebHostBuilder(builder => builder.ConfigureTestServices(
            services => services.Configure<MvcOptions>(options => options.Filters.Add(models))));
        using var browser = web.CreateClient();

        await browser.GetAsync(new Uri("/", UriKind.Relative));

        var page = Assert.IsType<IndexModel>(models.Last);
        Assert.NotNull(page.Calendar);
        Assert.Same(page.Calendar, page.Calendar);
    }

    [Fact]
    public async Task Every_figure_is_compared_with_the_period_before()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());

        var figures = (await pages.ReadAsync("/")).QuerySelectorAll(".figure").Select(figure => Text(figure.QuerySelector(".trend")!));

        Assert.Equal(
            [
                "12 % more than the year before", "3 % fewer than the year before", "20 % more than the year before",
                "48 days longer than the year before",
            ], figures);
    }

    [Fact]
    public async Task Period_and_definition_stay_in_the_address_on_every_way_through_the_pages()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());

        var page = await pages.ReadAsync("/?period=2024&play=any");
        var links = page.QuerySelectorAll(".rail li a, .period a").Select(link => link.GetAttribute("href")).ToList();

        Assert.All(
            [
                "/?period=2024&play=any", "/top/tracks?period=2024&play=any", "/history?period=2024&play=any",
                "/?period=2023&play=any", "/?period=2025&play=any",
            ],
            link => Assert.Contains(link, links));
        Assert.Contains("any", page.QuerySelectorAll(".period input[type=hidden]").Select(field => field.GetAttribute("value")));
    }

    private static string Text(IElement element) => element.TextContent.Replace('\u202f', ' ').Trim();
}
