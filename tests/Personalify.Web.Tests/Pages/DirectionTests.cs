using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>Names with controls of direction on every page that shows names: each stays in an isolate of its own.</summary>
public sealed class DirectionTests(WebPages pages) : IClassFixture<WebPages>
{
    /// <summary>Ends an isolate, overrides, and opens what it does not close.</summary>
    private const string Name = "\u2069\u202eesrever\u2067";

    [Theory]
    [InlineData("/?period=all", 4)]
    [InlineData("/history/plays?track=t1", 4)]
    [InlineData("/top/tracks?period=all", 3)]
    [InlineData("/imports", 4)]
    [InlineData("/imports/7", 5)]
    [InlineData("/settings", 1)]
    public async Task Every_name_stands_in_an_isolate_that_it_can_neither_end_nor_leave_open(string path, int atLeast)
    {
        AnswerEverything();

        var page = await pages.ReadAsync(path);

        var texts = page.Descendants<IText>().Where(text => text.Data.Contains("esrever", StringComparison.Ordinal)).ToList();
        Assert.InRange(texts.Count, atLeast, int.MaxValue);
        Assert.All(texts, text => Assert.True(
            IsInMarkup(text) ? IsBalanced(text.Data) : IsIsolated(text.Data), $"{text.ParentElement!.OuterHtml}"));
        Assert.All(
            page.All.SelectMany(Attributes), attribute => Assert.True(IsIsolated(attribute.Value), $"{attribute.OwnerElement!.OuterHtml}"));
    }

    [Fact]
    public void Pages_show_names_by_one_tag_alone()
    {
        var views = Directory.GetFiles(RepositoryFiles.Path("Personalify.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories);

        Assert.NotEmpty(views);
        Assert.DoesNotContain(views, view => File.ReadAllText(view).Contains("<bdi", StringComparison.Ordinal));
    }

    private static bool IsInMarkup(INode text) => text.ParentElement!.Closest("bdi") is not null;

    private static bool IsIsolated(string text)
    {
        var (start, end) = (text.IndexOf('\u2068', StringComparison.Ordinal), text.LastIndexOf('\u2069'));
        return start >= 0 && end > start && IsBalanced(text) && !text[..start].Any(IsControl) && !text[(end + 1)..].Any(IsControl);
    }

    private static bool IsBalanced(string text)
    {
        var open = 0;
        foreach (var unit in text)
        {
            open += unit switch { >= '\u2066' and <= '\u2068' => 1, '\u2069' => -1, _ => 0 };
            if (open < 0) return false;
        }

        return open == 0;
    }

    private static bool IsControl(char unit) => unit is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>A field's value is in a box of its own, which is a paragraph of its own.</summary>
    private static IEnumerable<IAttr> Attributes(IElement element) => element.Attributes
        .Where(attribute => attribute.Value.Contains("esrever", StringComparison.Ordinal)
            && !(element is IHtmlInputElement && attribute.Name == "value"));

    private void AnswerEverything() => pages.Api.On("Viewer", SampleAnswers.Viewer(Name)).On("Overview", SampleAnswers.Overview(Name))
        .On("Plays", SampleAnswers.PlaysOfTrack(Name)).On("Top", SampleAnswers.TopTracks(Name))
        .On("Imports", SampleAnswers.Imports(Name, $"“{Name}” is empty.")).On("Accounts", SampleAnswers.Accounts())
        .On("Import", SampleAnswers.Import(
            "FAILED", SampleAnswers.ReportOfTwoFiles(Name), error: $"“{Name}” in the zip “{Name}” is damaged.", name: Name));
}
