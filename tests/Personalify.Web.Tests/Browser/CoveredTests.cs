using System.IO.Compression;
using System.Text.Json;

namespace Personalify.Web.Tests.Browser;

/// <summary>What lay under something else, beside the screen or far below: it can be seen and reached.</summary>
public sealed class CoveredTests(DashboardWithHistory dashboard) : IClassFixture<DashboardWithHistory>
{
    /// <summary>Whether the middle of an element is the element itself, and nothing that lies over it.</summary>
    private const string IsOnTop =
        """
        element => {
          const box = element.getBoundingClientRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return element === top || element.contains(top);
        }
        """;

    /// <summary>Where the reader is once the page is drawn, and not only loaded.</summary>
    private const string PlaceAfterTwoFrames =
        "() => new Promise(tell => requestAnimationFrame(() => requestAnimationFrame(() => tell(scrollY))))";

    [BrowserTheory]
    [InlineData("phone-light")]
    [InlineData("desktop-light")]
    public async Task The_button_that_confirms_an_undo_can_be_pressed(string screen)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Of(screen));
        await window.GoAsync(dashboard.ImportPath);
        await window.Page.GetByText("Undo…").ClickAsync();
        var button = window.Page.Locator(".confirm .button.danger");

        await button.ScrollIntoViewIfNeededAsync();
        await window.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");

        Assert.True(await button.EvaluateAsync<bool>(IsOnTop));
    }

    [BrowserFact]
    public async Task Suggestions_lie_over_the_page_and_not_under_its_charts()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync("/?period=all");
        await window.Page.Locator(".rail input[type=search]").FillAsync("song");
        var options = window.Page.Locator(".rail [role=option]");
        await options.First.WaitForAsync();

        foreach (var option in await options.AllAsync()) Assert.True(await option.EvaluateAsync<bool>(IsOnTop));
    }

    [BrowserFact]
    public async Task The_order_of_a_places_lists_is_about_both_and_leaves_the_reader_there()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync(dashboard.PlacePaths["artist"]);
        const string goToLists = "() => { document.querySelector('#lists').scrollIntoView({ block: 'center' }); return scrollY; }";
        var before = await window.Page.EvaluateAsync<double>(goToLists);

        await window.Page.Locator("#lists .picker a").Last.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**by=plays**");

        // An address that names a place moves the reader there with the first frame, which preloaded letters may hold back beyond the load event.
        Assert.DoesNotContain("#", window.Page.Url, StringComparison.Ordinal);
        Assert.InRange(await window.Page.EvaluateAsync<double>(PlaceAfterTwoFrames), before - 5, before + 5);
        Assert.Equal("Order of the lists", await window.Page.Locator("#lists nav").GetAttributeAsync("aria-label"));
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await window.Page.Locator("#lists .picker a").First.EvaluateAsync<bool>("link => link === document.activeElement"));
    }

    [BrowserFact]
    public async Task The_chosen_one_of_a_long_row_is_in_sight()
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.SmallPhone, language: "id");
        await window.GoAsync("/settings");

        var tab = (await window.Page.Locator(".tabs [aria-current]").BoundingBoxAsync())!;

        Assert.InRange(tab.X + tab.Width, 0, Screen.SmallPhone.Width + 1);
    }

    [BrowserFact]
    public async Task What_the_keyboard_reaches_stands_above_the_tabs()
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Phone);
        await window.GoAsync("/settings");
        var seen = 0;

        for (var stop = 0; stop < 60; stop++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (!await window.Page.EvaluateAsync<bool>("document.activeElement.matches('main button, main a')")) continue;
            Assert.True(await window.Page.EvaluateAsync<bool>(
                "document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.tabs').getBoundingClientRect().top"));
            seen++;
        }

        Assert.InRange(seen, 3, int.MaxValue);
    }

    [BrowserTheory]
    [InlineData("desktop-light")]
    [InlineData("phone-light")]
    public async Task A_very_long_name_neither_widens_a_page_nor_fills_it(string screen)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Of(screen));
        await window.ChooseFilesAsync("long.zip", Long());
        await window.ImportAsync();

        await window.GoAsync("/shows?period=all");
        Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);
        await window.GoAsync("/search?q=wwwwwwww");
        await window.Page.Locator("main .found .name").First.ClickAsync();
        await window.Page.WaitForURLAsync("**s/**");
        Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);
        Assert.InRange((await window.Page.Locator("h1").BoundingBoxAsync())!.Height, 1, 320);
    }

    private static byte[] Long()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("Streaming_History_Audio_2025_1.json").Open();
            JsonSerializer.Serialize(entry, new object[]
            {
                new
                {
                    ts = "2025-06-10T10:00:00Z", ms_played = 60_000, spotify_track_uri = $"spotify:track:{77:D22}",
                    master_metadata_track_name = new string('w', 8_000), master_metadata_album_artist_name = "Short",
                    master_metadata_album_album_name = "Short",
                },
                new
                {
                    ts = "2025-06-10T11:00:00Z", ms_played = 60_000, spotify_episode_uri = $"spotify:episode:{78:D22}",
                    episode_name = new string('e', 500), episode_show_name = new string('S', 500),
                },
            });
        }

        return memory.ToArray();
    }
}
