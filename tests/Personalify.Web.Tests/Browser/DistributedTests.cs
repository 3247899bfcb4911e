using Npgsql;
using Personalify.Testing;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>The page of both nodes over two real ones.</summary>
public sealed class DistributedTests(DistributedTests.DashboardWithNodeB dashboard) : IClassFixture<DistributedTests.DashboardWithNodeB>
{
    [BrowserTheory]
    [InlineData("desktop-light", "en")]
    [InlineData("phone-dark", "en")]
    [InlineData("small", "id")]
    public async Task Rows_are_filtered_ordered_and_explained_on_every_screen(string screen, string language)
    {
        await using var window = await OpenAsync(screen == "small" ? Screen.SmallPhone : Screen.Of(screen), language: language);
        await window.GoAsync("/distributed");
        await Eventually.IsTrueAsync(async () =>
        {
            await window.GoAsync("/distributed");
            return await window.Page.Locator(".state.streaming").CountAsync() == 1
                && await window.Page.Locator("a[href*='table=dummy_data']").CountAsync() > 0;
        }, "node B follows and its sample table is imported");
        await window.KeepPictureAsync($"nodes-{screen}");
        Assert.Empty(await Axe.ViolationsAsync(window.Page));
        Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);

        await window.GoAsync("/distributed?table=dummy_data&column=id&is=gte&value=2&order=name&direction=desc&plan=1");
        await window.KeepPictureAsync($"nodes-rows-{screen}");

        Assert.Contains("Remote SQL:", await window.TextAsync("pre.plan"), StringComparison.Ordinal);
        Assert.True(await window.Page.Locator("table.rows tbody tr").CountAsync() > 0);
        Assert.Empty(await Axe.ViolationsAsync(window.Page));
        Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task Without_scripts_and_by_the_keyboard_a_wrong_value_is_told_at_its_field()
    {
        await using var window = await OpenAsync(hasScripts: false);
        await window.GoAsync("/distributed?table=dummy_data");
        await window.Page.Locator("select[name=column]").SelectOptionAsync("id");
        await window.Page.Locator("input[name=value]").FillAsync("many");
        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.WaitForURLAsync("**value=many**");
        Assert.Contains("invalid input syntax for type integer", await window.TextAsync("#field-value-note"), StringComparison.Ordinal);
        Assert.Equal("many", await window.Page.Locator("#field-value").InputValueAsync());
    }

    private async Task<BrowserWindow> OpenAsync(Screen? screen = null, bool hasScripts = true, string language = "en") =>
        await dashboard.OpenAsync(screen, hasScripts, dashboard.Session, language);

    /// <summary>A dashboard with a node B, before its first account.</summary>
    public sealed class DashboardWithNodeB : Dashboard
    {
        private TestDatabase? _stats;

        public IReadOnlyList<Microsoft.Playwright.Cookie> Session { get; private set; } = [];

        protected override IReadOnlyDictionary<string, string> ApiSettings =>
            new Dictionary<string, string> { ["ConnectionStrings__Stats"] = _stats!.ConnectionString };

        public override async Task InitializeAsync()
        {
            if (Browsers.ReasonToSkip is not null) return;
            _stats = await TestDatabase.CreateOnStatsAsync();
            await base.InitializeAsync();
            await using var window = await OpenAsync();
            await window.MakeFirstAccountAsync();
            Session = await window.CookiesAsync();
        }

        /// <summary>Node B goes first: the slot on node A is in use until its subscription is gone.</summary>
        public override async Task DisposeAsync()
        {
            if (_stats is not null) await _stats.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            await base.DisposeAsync();
        }
    }
}
