using AngleSharp.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>The report of an import is a table that its heads sort, by links alone.</summary>
public sealed class ReportTableTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string History = "audio_0.json";
    private const string Books = "StreamingHistory_audiobook_0.json";

    [Theory]
    [InlineData("", History, Books)]
    [InlineData("?sort=rows", Books, History)]
    [InlineData("?sort=-rows", History, Books)]
    [InlineData("?sort=-dropped", Books, History)]
    [InlineData("?sort=file", Books, History)]
    [InlineData("?sort=-file", History, Books)]
    public async Task Its_rows_stand_as_the_address_says(string query, params string[] files)
    {
        var page = await ReadAsync(query);

        Assert.Equal(files, page.QuerySelectorAll(".report tbody .file").Select(file => file.TextContent));
    }

    [Fact]
    public async Task A_head_sorts_from_the_most_down_and_turns_the_order_when_it_is_used_again()
    {
        var first = await ReadAsync("");
        var second = await ReadAsync("?sort=-rows");

        Assert.Equal("?sort=-rows#table", HeadOf(first, "Rows").QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("?sort=rows#table", HeadOf(second, "Rows").QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("descending", HeadOf(second, "Rows").GetAttribute("aria-sort"));
        Assert.Null(HeadOf(second, "Added").GetAttribute("aria-sort"));
        Assert.Equal("?sort=file#table", HeadOf(first, "File").QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_column_that_it_does_not_have_is_told()
    {
        var page = await ReadAsync("?sort=colour");

        var notice = page.QuerySelector(".notice")!.TextContent;
        Assert.Contains("“sort=colour” cannot be read. It can be file, rows, added,", notice, StringComparison.Ordinal);
    }

    private static IElement HeadOf(IDocument page, string text) =>
        page.QuerySelectorAll(".report thead th").Single(head => head.TextContent == text);

    private async Task<IDocument> ReadAsync(string query)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer())
            .On("Import", SampleAnswers.Import("COMPLETED", SampleAnswers.ReportOfTwoFiles(History)));
        return await pages.ReadAsync("/imports/7" + query);
    }
}
