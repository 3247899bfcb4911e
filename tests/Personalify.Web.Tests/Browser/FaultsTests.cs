using System.Text.Json;
using Microsoft.Playwright;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>What once went wrong for those who look, tap, press keys and drop files.</summary>
public sealed class FaultsTests(ImportProgressTests.PlayedDashboard dashboard) : IClassFixture<ImportProgressTests.PlayedDashboard>
{
    private const int Phone = 390;

    /// <summary>The contrast of two colours, as WCAG measures it.</summary>
    private const string Contrast =
        """
        picker => {
          const light = element => {
            const [r, g, b] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number)
              .map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const [one, other] = [light(picker), light(picker.querySelector('[aria-current]'))].sort();
          return (other + 0.05) / (one + 0.05);
        }
        """;

    /// <summary>Texts of a chart's drawing that reach beyond its edges.</summary>
    private const string CutOffLabels =
        """
        plot => {
          const chart = plot.drawing;
          return chart.getZr().storage.getDisplayList(true).filter(shape => shape.style?.text).filter(shape => {
            const box = shape.getBoundingRect().clone();
            if (shape.transform) box.applyTransform(shape.transform);
            return box.x < 0 || box.x + box.width > chart.getWidth();
          }).map(shape => shape.style.text);
        }
        """;

    [BrowserTheory]
    [InlineData("/", Phone)]
    [InlineData("/top/tracks", Phone)]
    [InlineData("/history", Phone)]
    [InlineData("/history/plays?period=all", Phone)]
    [InlineData("/history", 800)]
    public async Task The_menu_of_definitions_stays_on_the_screen(string path, int width)
    {
        await using var window = await OpenAsync(Screen.Phone with { Width = width }, path);

        await window.Page.Locator(".definition summary").ClickAsync();
        var panel = (await window.Page.Locator(".definition .panel").BoundingBoxAsync())!;

        Assert.InRange(panel.X, 0, width);
        Assert.InRange(panel.X + panel.Width, panel.X + 250, width);
    }

    [BrowserFact]
    public async Task A_tap_on_a_chart_says_the_value_and_leads_nowhere_by_itself()
    {
        await using var window = await OpenAsync(Screen.Phone, "/");
        var plot = window.Page.Locator(".chart .plot");
        var before = window.Page.Url;

        await plot.TapAsync(new() { Position = new() { X = 40, Y = 100 } });

        await window.Page.Locator(".chart .point a").WaitForAsync();
        Assert.Equal(before, window.Page.Url);
        Assert.StartsWith("Oct 2025\nListened: 1 h", await window.TextAsync(".chart .point"), StringComparison.Ordinal);
        await window.Page.Locator(".chart .point a").TapAsync();
        await window.Page.WaitForURLAsync("**/history/plays?from=2025-10-01&to=2025-10-31**");
    }

    [BrowserFact]
    public async Task A_tap_on_a_day_says_the_value_first_and_a_click_leads_to_it()
    {
        await using var phone = await OpenAsync(Screen.Phone, "/");
        var before = phone.Page.Url;

        await phone.Page.Locator(".calendar svg a").First.TapAsync();

        await phone.Page.Locator(".calendar .point a").WaitForAsync();
        Assert.Equal(before, phone.Page.Url);
        Assert.StartsWith("25 Nov 2025: 7 h 12 min, 12 plays", await phone.TextAsync(".calendar .point"), StringComparison.Ordinal);

        await using var desktop = await OpenAsync(Screen.Desktop, "/");
        await desktop.Page.Locator(".calendar svg a").First.ClickAsync();
        await desktop.Page.WaitForURLAsync("**day=2025-11-25**");
    }

    [BrowserFact]
    public async Task How_an_entry_moved_is_seen_on_a_phone()
    {
        await using var window = await OpenAsync(Screen.Phone, "/");

        var move = window.Page.Locator(".rank .move").First;
        var box = (await move.BoundingBoxAsync())!;

        Assert.True(await move.IsVisibleAsync());
        Assert.InRange(box.X + box.Width, 1, Phone);
        Assert.StartsWith("2", await move.InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Arrow_keys_move_by_a_week_along_the_weekday_however_many_days_had_music()
    {
        dashboard.Played.On("History", History("2024-03-04", "2024-03-05", "2024-03-06", "2024-03-11", "2024-03-13", "2024-03-25"));
        await using var window = await OpenAsync(Screen.Desktop, "/history/2024");
        await window.Page.Locator(".calendar svg a[tabindex='0']").FocusAsync();

        Assert.Equal("25 Mar 2024", await FocusedDayAsync(window));
        foreach (var (key, day) in new[]
        {
            ("ArrowLeft", "11 Mar 2024"), ("ArrowLeft", "4 Mar 2024"), ("ArrowLeft", "4 Mar 2024"), ("ArrowRight", "11 Mar 2024"),
            ("ArrowDown", "13 Mar 2024"), ("ArrowLeft", "6 Mar 2024"), ("ArrowUp", "5 Mar 2024"), ("ArrowRight", "5 Mar 2024"),
        })
        {
            await window.Page.Keyboard.PressAsync(key);
            Assert.Equal(day, await FocusedDayAsync(window));
        }
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/history")]
    public async Task The_names_of_weekdays_are_whole_on_a_phone(string path)
    {
        await using var window = await OpenAsync(Screen.Phone, path);

        var weeks = (await window.Page.Locator(".calendar .scroll").First.BoundingBoxAsync())!;
        foreach (var name in await window.Page.Locator(".calendar .names li").AllAsync())
        {
            var box = (await name.BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= weeks.X, $"{box.X} to {box.X + box.Width}, and the weeks begin at {weeks.X}");
        }
    }

    [BrowserFact]
    public async Task The_chosen_one_of_several_is_seen_in_the_dark()
    {
        await using var window = await OpenAsync(Screen.DarkDesktop, "/");

        foreach (var picker in await window.Page.Locator(".over .picker").AllAsync())
            Assert.InRange(await picker.EvaluateAsync<double>(Contrast), 1.5, 21);
    }

    [BrowserFact]
    public async Task Ordering_the_lists_says_that_it_is_about_both_and_leaves_the_reader_there()
    {
        await using var window = await OpenAsync(Screen.Desktop, "/");
        await window.Page.EvaluateAsync("scrollTo(0, 500)");
        var before = await window.Page.EvaluateAsync<int>("scrollY");

        Assert.Equal(0, await window.Page.Locator(".card .picker").CountAsync());
        await window.Page.Locator("#lists a", new() { HasText = "By plays" }).ClickAsync();
        await window.Page.WaitForURLAsync("**by=plays**");

        Assert.Equal("PLAYS", dashboard.Played.VariablesOf("Overview").GetProperty("by").GetString());
        Assert.InRange(await window.Page.EvaluateAsync<int>("scrollY"), before - 2, before + 2);
    }

    [BrowserTheory]
    [InlineData("h1")]
    [InlineData("[data-drop]")]
    public async Task A_dropped_file_is_chosen_wherever_it_falls_and_waits_for_the_button(string where)
    {
        await using var window = await OpenAsync(Screen.Desktop, "/imports");

        var isTaken = await window.Page.EvaluateAsync<bool>(
            """
            where => {
              const files = new DataTransfer();
              files.items.add(new File(['x'], 'my_spotify_data.zip'));
              const drop = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true });
              document.querySelector(where).dispatchEvent(drop);
              return drop.defaultPrevented;
            }
            """, where);

        Assert.True(isTaken);
        Assert.Equal(
            "my_spotify_data.zip", await window.Page.EvaluateAsync<string>("document.querySelector('input[type=file]').files[0].name"));
        Assert.Equal("Import", await window.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await window.Page.Locator("[data-progress]").IsHiddenAsync());
        Assert.EndsWith("/imports", window.Page.Url, StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData("phone-light")]
    [InlineData("desktop-light")]
    public async Task The_names_of_months_are_whole(string screen)
    {
        await using var window = await OpenAsync(Screen.Of(screen), "/");

        Assert.Empty(await window.Page.Locator(".plot").EvaluateAsync<string[]>(
            """
            plot => [...plot.querySelectorAll('text')].filter(name => {
              const [box, edge] = [name.getBoundingClientRect(), plot.getBoundingClientRect()];
              return box.left < edge.left - 0.5 || box.right > edge.right + 0.5;
            }).map(name => name.textContent)
            """));
        await window.Page.Locator(".plot").HoverAsync();
        await window.Page.Locator(".plot canvas").WaitForAsync();
        Assert.Empty(await window.Page.Locator(".plot").EvaluateAsync<string[]>(CutOffLabels));
        Assert.Empty(await window.Page.Locator(".calendar .cells").EvaluateAsync<string[]>(
            """
            svg => [...svg.querySelectorAll('text')]
              .filter(name => name.getBoundingClientRect().right > svg.getBoundingClientRect().right + 0.5).map(name => name.textContent)
            """));
    }

    [BrowserFact]
    public async Task What_a_chart_says_under_the_mouse_is_in_the_font_of_the_page()
    {
        await using var window = await OpenAsync(Screen.Desktop, "/");

        await window.Page.Locator(".chart .plot").HoverAsync(new() { Position = new() { X = 60, Y = 100 } });
        var point = window.Page.Locator(".chart .point.beside");
        await point.WaitForAsync();

        Assert.Equal(
            await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily"),
            await point.EvaluateAsync<string>("point => getComputedStyle(point).fontFamily"));
        Assert.StartsWith("Oct 2025\nListened: 1 h", await window.TextAsync(".chart .point.beside"), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [BrowserTheory]
    [InlineData(1920)]
    [InlineData(2560)]
    [InlineData(3840)]
    public async Task A_wide_screen_is_used(int width)
    {
        await using var window = await OpenAsync(Screen.Desktop with { Width = width }, "/");

        var main = (await window.Page.Locator("main").BoundingBoxAsync())!;

        Assert.InRange(main.X + main.Width, 0.9 * width, width);
        Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);
    }

    private async Task<BrowserWindow> OpenAsync(Screen screen, string path)
    {
        if (path != "/history/2024") dashboard.Played.On("History", History("2025-02-03", "2025-11-25"));
        dashboard.Played.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview())
            .On("Top", SampleAnswers.TopTracks("Paper Lanterns")).On("Plays", SampleAnswers.Plays())
            .On("Imports", SampleAnswers.Imports("a.zip", "why"));
        var window = await dashboard.OpenAsync(screen);
        await window.GoAsync(path);
        return window;
    }

    private static async Task<string> FocusedDayAsync(BrowserWindow window) =>
        (await window.Page.EvaluateAsync<string>("document.activeElement.textContent")).Split(':')[0];

    private static string History(params string[] days) => JsonSerializer.Serialize(new
    {
        me = new
        {
            listening = new
            {
                totals = new
                {
                    plays = 9, msPlayed = 5_400_000, tracks = 3, artists = 2, albums = 2, newArtists = 1, activeDays = days.Length,
                    longestStreak = (object?)null,
                },
                byDay = days.Select(day => new { day, plays = 3, msPlayed = 900_000 }),
                byWeekdayHour = new[] { new { weekday = "THURSDAY", hour = 20, plays = 9, msPlayed = 5_400_000 } },
            },
            before = (object?)null,
        },
    });
}
