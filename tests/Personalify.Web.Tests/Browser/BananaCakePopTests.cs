using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>The IDE at the Api's <c>/graphql</c>, as a developer meets it: no internet, the Api's policy, the dashboard's session.</summary>
public sealed class BananaCakePopTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [BrowserFact]
    public async Task Who_is_signed_in_to_the_dashboard_can_ask_about_themselves_and_no_other_host_is_reached()
    {
        await using var window = await dashboard.OpenAsync();
        await window.MakeFirstAccountAsync();
        var foreign = await BlockOtherHostsAsync(window.Page.Context);

        await window.Page.GotoAsync(new Uri(dashboard.Api, "graphql").ToString());
        Assert.Equal(new Uri(dashboard.Api, "graphql/").ToString(), window.Page.Url);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Create Document" }).First.ClickAsync();
        await window.Page.Locator(".monaco-editor").First.ClickAsync();
        await window.Page.Keyboard.TypeAsync("{ me { name } ");
        await window.Page.Locator(".view-lines").First.Filter(new() { HasTextRegex = new(@"\{\s*me\s*\{\s*name\s*\}\s*\}") }).WaitForAsync();
        var answer = await window.Page.RunAndWaitForResponseAsync(
            () => window.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).First.ClickAsync(),
            response => response.Request.PostData?.Contains("me {", StringComparison.Ordinal) == true);

        Assert.Equal("""{"data":{"me":{"name":"NAME"}}}""".Replace("NAME", Visitor.Name, StringComparison.Ordinal), await answer.TextAsync());
        Assert.Empty(foreign);
        Assert.DoesNotContain(window.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyCollection<string>> BlockOtherHostsAsync(IBrowserContext context)
    {
        var foreign = new ConcurrentQueue<string>();
        await context.RouteAsync("**/*", async route =>
        {
            var host = new Uri(route.Request.Url).Host;
            if (host is "127.0.0.1" or "") await route.ContinueAsync();
            else
            {
                foreign.Enqueue(route.Request.Url);
                await route.AbortAsync();
            }
        });
        return foreign;
    }
}
