using System.Collections.Concurrent;
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

        await OpenDocumentAsync(window.Page, "Create Document");
        await WriteAsync(window.Page, "{ me { name } }", operation: "Query");
        var answer = await window.Page.RunAndWaitForResponseAsync(
            () => RunAsync(window.Page), response => response.Request.PostData?.Contains("me {", StringComparison.Ordinal) == true);
        Assert.Equal("""{"data":{"me":{"name":"NAME"}}}""".Replace("NAME", Visitor.Name, StringComparison.Ordinal), await answer.TextAsync());
        await ShowsAsync(window.Page, Visitor.Name);

        var import = await UploadAsync(window.Page);
        await OpenDocumentAsync(window.Page, "New Document");
        await WriteAsync(window.Page, $"subscription {{ importProgressed(id: \"{import}\") {{ status }} }}", operation: "Subscription");
        await RunAsync(window.Page);
        await Eventually.IsTrueAsync(
            () => frames.Any(frame => frame.Contains("""{"importProgressed":{"status":"UPLOADED"}}""", StringComparison.Ordinal)), "the event arrives over the socket");
        await ShowsAsync(window.Page, "UPLOADED");

        Assert.Empty(foreign);
        Assert.DoesNotContain(window.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static Task OpenDocumentAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private static Task RunAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Run Operation" }).ClickAsync();

    /// <summary>
    /// Puts the document in at once, because the editor closes brackets for who types; and waits until the IDE has read it, which it does
    /// a moment later and in the background: until then it runs what stood there before. Its builder lists the operations that it knows.
    /// </summary>
    private static async Task WriteAsync(IPage page, string document, string operation)
    {
        await page.Locator(".monaco-editor").First.ClickAsync();
        await page.Keyboard.InsertTextAsync(document);
        await page.GetByText(operation, new() { Exact = true }).First.WaitForAsync();
    }

    private static Task ShowsAsync(IPage page, string value) => page.Locator(".view-lines").Filter(new() { HasText = $"\"{value}\"" }).First.WaitForAsync();

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
