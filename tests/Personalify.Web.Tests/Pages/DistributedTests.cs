using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>Both nodes in each of their states, as who administers the server sees them.</summary>
public sealed class DistributedTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task Both_nodes_and_the_replication_are_told_in_figures_and_words()
    {
        var page = await ReadAsync("/distributed", RemoteAnswers.Up(isChosen: false));

        Assert.Equal(["Up", "Up", "Streaming"], page.QuerySelectorAll(".state").Select(state => state.TextContent));
        Assert.Equal(["Behind", "Waiting for", "Kept for node B", "Room left", "Plays not in the figures"], Texts(page, ".facts dt"));
        Assert.Equal(["2.4 MB", "12 s", "33 MB", "1.04 GB", "100,000 or more"],
            page.QuerySelectorAll(".facts dd").Select(value => Plain(value.FirstChild!.TextContent)));
        Assert.Equal("2026-02-01T23:30:00+00:00", page.QuerySelector("section:has(#replication) time")!.GetAttribute("datetime"));
        Assert.Equal("4,200", page.QuerySelector(".report td.amount")!.TextContent);
        Assert.Equal(["id integer, key", "city text", "extra jsonb"],
            page.QuerySelectorAll(".columns li").Select(column => Plain(column.TextContent)));
        Assert.Equal("/distributed?table=gigs#rows", page.QuerySelector(".ways a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("#rows"));
    }

    [Fact]
    public async Task Rows_are_a_table_behind_a_form_and_lead_on_with_filter_and_order()
    {
        const string address = "/distributed?table=gigs&column=city&is=starts&value=Os%26lo&order=id&direction=desc";
        var page = await ReadAsync(address, RemoteAnswers.Up());

        Assert.Equal(["id integer", "city text", "extra jsonb"],
            page.QuerySelectorAll("table.rows th").Select(head => Plain(head.TextContent)));
        Assert.Equal(["1", "Oslo", new string('x', 200) + "…", "2", "no value", SampleAnswers.Hostile], Texts(page, "table.rows td"));
        Assert.Equal("descending", page.QuerySelector("table.rows th")!.GetAttribute("aria-sort"));
        Assert.Equal(["city", "starts", "id", "desc"],
            page.QuerySelectorAll("form.rows option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Equal(["", "id", "city"],
            page.QuerySelectorAll("select[name=column] option").Select(option => option.GetAttribute("value")));
        Assert.Equal($"{address}&after=r2#rows", page.QuerySelector("#rows ~ nav a[rel=next], section a[rel=next]")!.GetAttribute("href"));
        var variables = pages.Api.VariablesOf("Distributed");
        Assert.Equal(("city", "Os&lo"), (variables.GetProperty("filter").GetProperty("column").GetString(),
            variables.GetProperty("filter").GetProperty("startsWith").GetString()));
        Assert.Equal("""[{"column":"id","descending":true}]""", variables.GetProperty("orderBy").GetRawText());
        Assert.False(variables.GetProperty("isPlanned").GetBoolean());
    }

    [Fact]
    public async Task A_plan_is_asked_for_when_it_is_wanted_and_keeps_its_lines()
    {
        var page = await ReadAsync("/distributed?table=gigs&plan=1&after=r2", RemoteAnswers.Up(rowsAfter: null));

        Assert.True(pages.Api.VariablesOf("Distributed").GetProperty("isPlanned").GetBoolean());
        Assert.Contains("t\n  Remote SQL: SELECT", page.QuerySelector("pre.plan")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/distributed?table=gigs&plan=1#rows", page.QuerySelector(".pager a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData("en", "There is no node B", "ConnectionStrings__Stats")]
    [InlineData("id", "Tidak ada simpul B", "ConnectionStrings__Stats")]
    public async Task Without_a_node_B_the_page_says_how_to_have_one(string language, string title, string text)
    {
        var page = await ReadAsync("/distributed", RemoteAnswers.NotConfigured(), language);
        Assert.Equal(title, page.QuerySelector(".notice h2")!.TextContent);
        Assert.Contains(text, page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#replication"));
    }

    [Theory]
    [InlineData("en", "Away", "Node B did not answer within 400 ms.", "Node B, which has this, does not answer.")]
    [InlineData("id", "Tidak menjawab", "Simpul B tidak menjawab dalam 400 md.", "Simpul B, yang memilikinya, tidak menjawab.")]
    public async Task A_node_B_that_is_away_costs_what_it_has_and_nothing_else(string language, string state, string reason, string rows)
    {
        var page = await ReadAsync("/distributed?table=gigs", RemoteAnswers.Away(), language);
        Assert.Equal(state, page.QuerySelector(".state.away")!.TextContent);
        Assert.Equal(reason, page.QuerySelector("section:has(#node-b) .message")!.TextContent);
        Assert.NotNull(page.QuerySelector("section:has(#node-b) time"));
        Assert.StartsWith(rows, page.QuerySelector("section:has(#rows) [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("–", page.QuerySelector(".report td.amount")!.TextContent);
        Assert.Null(page.QuerySelector("section:has(#tables) .message"));
        Assert.Null(page.QuerySelector("section:has(#replication) .message"));
    }

    [Theory]
    [InlineData("en", "Being prepared", "No table of node B is imported.", "remote import TABLE")]
    [InlineData("id", "Sedang disiapkan", "Tidak ada tabel simpul B yang diimpor.", "remote import TABEL")]
    public async Task A_node_B_that_is_prepared_says_why_it_is_not_and_how_tables_come(string language, string state, string tables,
        string command)
    {
        var page = await ReadAsync("/distributed", RemoteAnswers.Preparing(), language);
        Assert.Equal(state, page.QuerySelector(".state.preparing")!.TextContent);
        Assert.Equal("Node B cannot be prepared: wal_level is replica.", page.QuerySelector("section:has(#node-b) .message")!.TextContent);
        Assert.StartsWith(tables, page.QuerySelector("section:has(#tables) .nothing")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(command, page.QuerySelector("section:has(#tables) code")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".facts div"));
    }

    [Theory]
    [InlineData("en", "Changes were lost", "Node B was away until more had changed than node A keeps for it")]
    [InlineData("id", "Ada perubahan yang hilang", "Simpul B tidak menjawab sampai lebih banyak yang berubah")]
    public async Task A_lost_slot_names_the_command_that_helps(string language, string state, string reason)
    {
        var page = await ReadAsync("/distributed", RemoteAnswers.SlotLost(), language);
        var replication = page.QuerySelector("section:has(#replication)")!;
        Assert.Equal(state, replication.QuerySelector(".state.slotlost")!.TextContent);
        Assert.Equal("remote resync", replication.QuerySelector("code")!.TextContent);
        Assert.StartsWith(reason, replication.QuerySelector(".message.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The filter has a value that the column cannot have: invalid input syntax for type integer: \"many\".")]
    [InlineData("id", "Saringan berisi nilai yang tidak mungkin dimiliki kolomnya: tipe integer tidak dapat ditulis sebagai \"many\".")]
    public async Task A_value_that_cannot_be_stands_beside_its_field_with_what_was_entered(string language, string sentence)
    {
        var answer = RemoteAnswers.Refused(
            "The filter has a value that the column cannot have: invalid input syntax for type integer: \"many\".", "INVALID_FILTER");
        var page = await ReadAsync("/distributed?table=gigs&column=id&value=many", answer, language);
        var field = page.QuerySelector("#field-value")!;
        Assert.Equal(("many", "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
        Assert.Equal(sentence, page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Null(page.QuerySelector("table.rows, section:has(#rows) .nothing"));
    }

    [Theory]
    [InlineData("The table gigs has no column 'nope'. It has: id, city, extra.", "INVALID_COLUMN")]
    [InlineData("after is not a cursor of this list in this order. Take one from pageInfo or an edge, and keep orderBy as it was.",
        "HC0078")]
    [InlineData("Node B did not give this within 500 ms and was stopped. Narrow the filter, or order by a column that has an index there.",
        "NODE_B_TOO_SLOW")]
    public async Task What_else_cannot_be_read_is_a_sentence_under_the_form(string sentence, string code)
    {
        var page = await ReadAsync("/distributed?table=gigs&order=nope&after=x", RemoteAnswers.Refused(sentence, code));
        Assert.Equal(sentence, page.QuerySelector("section:has(#rows) [role=alert]")!.TextContent);
        Assert.Equal("/distributed?table=gigs&order=nope#rows", page.QuerySelector(".pager a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/distributed?table=nothing", false, HttpStatusCode.NotFound)]
    [InlineData("/distributed?is=like", false, HttpStatusCode.BadRequest)]
    [InlineData("/distributed", true, HttpStatusCode.BadGateway)]
    public async Task A_table_that_is_not_there_and_an_answer_that_is_none_have_their_status(string path, bool fails, HttpStatusCode status)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(role: "ADMINISTRATOR")).On(
            "Distributed", fails ? RemoteAnswers.Refused("Unexpected Execution Error", "OTHER") : RemoteAnswers.Up(isChosen: false));
        using var browser = pages.Browser();
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Only_an_administrator_is_led_there()
    {
        var page = await ReadAsync("/distributed", RemoteAnswers.Up(isChosen: false));
        Assert.Equal("page", page.QuerySelector(".rail a[href='/distributed']")!.GetAttribute("aria-current"));
        Assert.Equal("page", page.QuerySelector(".within a[href='/distributed']")!.GetAttribute("aria-current"));

        pages.Api.On("Viewer", SampleAnswers.Viewer());
        Assert.Null((await pages.ReadAsync("/settings")).QuerySelector("a[href='/distributed']"));
    }

    private async Task<IHtmlDocument> ReadAsync(string path, string answer, string language = "en")
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(role: "ADMINISTRATOR")).On("Distributed", answer);
        using var browser = pages.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        return await WebPages.ReadAsync(await browser.GetAsync(new Uri(path, UriKind.Relative)));
    }

    private static IEnumerable<string> Texts(IHtmlDocument page, string selector) =>
        page.QuerySelectorAll(selector).Select(each => each.TextContent);

    private static string Plain(string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ').Trim();
}
