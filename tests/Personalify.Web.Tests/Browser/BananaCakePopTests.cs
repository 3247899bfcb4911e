using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Personalify.Testing;

namespace Personalify.Web.Tests.Browser;

/// <summary>The IDE at the Api's <c>/graphql</c>, as a developer meets it: no internet, the Api's policy, the dashboard's session.</summary>
public sealed class BananaCakePopTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [BrowserFact]
    public async Task Who_is_signed_in_to_the_dashboard_can_ask_and_subscribe_and_no_other_host_is_reached()
    {
        await using var window = await dashboard.OpenAsync();
        await window.MakeFirstAccountAsync();
        var foreign = await BlockOtherHostsAsync(window.Page);
        var frames = ListenToSockets(window.Page);

        await window.Page.GotoAsync(new Uri(dashboard.Api, "graphql").ToString());
        Assert.Equal(new Uri(dashboard.Api, "graphql/").ToString(), window.Page.Url);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Create Document" }).First.ClickAsync();
        await WriteAsync(window.Page, "{ me { name } }");
        var answer = await window.Page.RunAndWaitForResponseAsync(
            () => RunAsync(window.Page), response => response.Request.PostData?.Contains("me {", StringComparison.Ordinal) == true);
        Assert.Equal("""{"data":{"me":{"name":"NAME"}}}""".Replace("NAME", Visitor.Name, StringComparison.Ordinal), await answer.TextAsync());

        var import = await UploadAsync(window.Page);
        await WriteAsync(window.Page, $"subscription {{ importProgressed(id: \"{import}\") {{ status }} }}");
        await RunUntilAsync(window.Page, () => frames.Any(frame => frame.Contains("\"importProgressed\":{\"status\":\"UPLOADED\"}", StringComparison.Ordinal)));
        await window.Page.Locator(".view-lines").Filter(new() { HasText = "UPLOADED" }).First.WaitForAsync();

        Assert.Empty(foreign);
        Assert.DoesNotContain(window.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static Task RunAsync(IPage page) => RunButton(page).ClickAsync();

    /// <summary>The IDE reads a new document a while after it was written, and until then runs the last one: then it is asked again.</summary>
    private static async Task RunUntilAsync(IPage page, Func<bool> hasArrived)
    {
        for (var attempt = 1; !hasArrived(); attempt++)
        {
            if (await RunButton(page).IsVisibleAsync()) await RunAsync(page);
            try
            {
                await Eventually.IsTrueAsync(hasArrived, "the event arrives over the socket", TimeSpan.FromSeconds(15));
            }
            catch (TimeoutException) when (attempt < 6)
            {
                var cancel = page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).First;
                if (await cancel.IsVisibleAsync()) await cancel.ClickAsync();
            }
        }
    }

    private static ILocator RunButton(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).First;

    /// <summary>
    /// Replaces the document; at once, because the editor closes brackets for who types, and not before the last operation is over, which the
    /// IDE would never end otherwise.
    /// </summary>
    private static async Task WriteAsync(IPage page, string document)
    {
        await RunButton(page).WaitForAsync();
        await page.Locator(".monaco-editor").First.ClickAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.InsertTextAsync(document);
        var pattern = string.Join(@"\s*", Regex.Escape(document).Split(@"\ "));
        await page.Locator(".view-lines").First.Filter(new() { HasTextRegex = new(pattern) }).WaitForAsync();
    }

    /// <summary>Something that can be followed, sent by the page itself with its visitor's cookie.</summary>
    private static Task<string> UploadAsync(IPage page) => page.EvaluateAsync<string>(
        """
        fetch('/uploads', { method: 'POST', headers: { 'X-File-Name': 'history.json' }, body: '[]' })
          .then((response) => response.json()).then((upload) => String(upload.importId))
        """);

    private static ConcurrentQueue<string> ListenToSockets(IPage page)
    {
        var frames = new ConcurrentQueue<string>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => frames.Enqueue(frame.Text ?? "");
        return frames;
    }

    /// <summary>The addresses of other hosts that were asked for. Sockets cannot be held back here; the page's policy does that.</summary>
    private static async Task<IReadOnlyCollection<string>> BlockOtherHostsAsync(IPage page)
    {
        var foreign = new ConcurrentQueue<string>();
        page.WebSocket += (_, socket) =>
        {
            if (new Uri(socket.Url).Host != "127.0.0.1") foreign.Enqueue(socket.Url);
        };
        await page.Context.RouteAsync("**/*", async route =>
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
