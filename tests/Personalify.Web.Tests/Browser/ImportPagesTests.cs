using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>The import pages with what strains them: long names, names with controls of direction, every kind of end.</summary>
public sealed class ImportPagesTests(ImportProgressTests.PlayedDashboard dashboard) : IClassFixture<ImportProgressTests.PlayedDashboard>
{
    private const string LongName =
        "Streaming_History_Audio_2014-2025_0_a_name_that_is_much_too_long_for_any_telephone_\u2069\u202eexe.json";
    private const string Reason = $"“{LongName}” in the zip “my_spotify_data.zip” is protected with "
        + "a password. Unpack it and send its JSON files, or a zip without a password.";

    /// <summary>Texts outside of names whose letters do not follow each other from left to right.</summary>
    private const string Reordered =
        """
        () => {
          const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (!node.data.trim() || node.parentElement.closest('bdi, option, noscript')) continue;
            let before = null;
            for (let at = 0; at < node.data.length; at++) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const box = range.getBoundingClientRect();
              if (box.width === 0) continue;
              if (before && Math.abs(box.top - before.top) < 2 && box.left < before.left) { found.push(node.data.trim()); break; }
              before = box;
            }
          }
          return found;
        }
        """;

    /// <summary>Content that begins or ends outside the window, or is wider than the box that holds it.</summary>
    private const string CutOff =
        """
        () => [...document.querySelectorAll('main *')].filter(element => {
          const box = element.getBoundingClientRect();
          if (box.width <= 1 || box.height <= 1 || element.closest('thead, .unseen, .picker')) return false;
          return box.left < 0 || box.right > window.innerWidth + 0.5
            || (getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1);
        }).map(element => element.outerHTML.slice(0, 120))
        """;

    public static TheoryData<string, string> PagesOnScreens
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var page in new[] { "list", "running", "report", "undone" })
                foreach (var screen in new[] { "desktop-light", "desktop-dark", "phone-light", "phone-dark" }) all.Add(page, screen);
            return all;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(PagesOnScreens))]
    public async Task Nothing_is_cut_off_and_no_name_reorders_what_stands_beside_it(string page, string screen)
    {
        Answer(page);
        await using var window = await dashboard.OpenAsync(Screen.Of(screen));

        await window.GoAsync(page == "list" ? "/imports" : "/imports/7");
        await window.Page.EvaluateAsync("() => document.querySelectorAll('.confirm').forEach(menu => { menu.open = true; })");
        await window.KeepPictureAsync($"imports-{page}-{screen}");

        Assert.Empty(await Axe.ViolationsAsync(window.Page));
        Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(CutOff));
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(Reordered));
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task The_checks_see_what_they_look_for()
    {
        Answer("running");
        await using var window = await dashboard.OpenAsync(Screen.Phone);
        await window.GoAsync("/imports/7");

        await window.Page.EvaluateAsync(
            "() => { document.querySelector('main').innerHTML = '<p>\u202eoverridden</p><b class=name>' + 'x'.repeat(999) + '</b>'; }");

        Assert.Equal(["\u202eoverridden"], await window.Page.EvaluateAsync<string[]>(Reordered));
        Assert.NotEmpty(await window.Page.EvaluateAsync<string[]>(CutOff));
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_running_import_is_cancelled_by_its_button_with_and_without_scripts(bool hasScripts)
    {
        Answer("running");
        dashboard.Played.On("Imports", SampleAnswers.Imports("a.zip", "why"))
            .On("CancelImport", """{"cancelImport":{"cancelledId":"7","errors":null}}""");
        await using var window = await dashboard.OpenAsync(hasScripts: hasScripts);
        await window.GoAsync("/imports/7");

        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();

        await window.Page.WaitForURLAsync("**/imports");
        Assert.Equal("7", dashboard.Played.VariablesOf("CancelImport").GetProperty("input").GetProperty("importId").GetString());
    }

    [BrowserFact]
    public async Task A_page_whose_import_was_cancelled_elsewhere_leads_to_the_list_by_itself()
    {
        Answer("running");
        dashboard.Played.On("Imports", SampleAnswers.Imports("a.zip", "why"));
        await using var window = await dashboard.OpenAsync();
        await window.GoAsync("/imports/7");

        dashboard.Played.On("Import", """{"me":{"import":null}}""");

        await window.Page.WaitForURLAsync("**/imports");
    }

    private void Answer(string page) => dashboard.Played.On("Viewer", SampleAnswers.Viewer())
        .On("Imports", SampleAnswers.Imports(LongName, Reason)).On("Import", page switch
    {
        "running" => SampleAnswers.Import("RUNNING",
            progress: new { phase = "READING", bytesRead = 5, bytesTotal = 10, rowsRead = 18_000, percent = 42 }, name: LongName),
        "undone" => SampleAnswers.Import("UNDONE", SampleAnswers.ReportOfTwoFiles(LongName), name: LongName),
        _ => SampleAnswers.Import("COMPLETED", SampleAnswers.ReportOfTwoFiles(LongName), canUndo: true, name: LongName),
    });
}
