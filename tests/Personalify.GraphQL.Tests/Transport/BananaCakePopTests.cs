using System.Net;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport;

public sealed class BananaCakePopTests : IDisposable
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("bananacakepop");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_browser_is_sent_to_the_folder_with_its_parameters()
    {
        await using var server = await StartAsync();

        var response = await server.GetAsync("/graphql?theme=dark", Browser);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/graphql/?theme=dark", response.Headers.Location!.ToString());
        Assert.Equal(["Accept"], response.Headers.Vary);
    }

    [Theory]
    [InlineData("/graphql/")]
    [InlineData("/graphql/index.html")]
    public async Task The_page_is_asked_for_each_time_and_may_reach_no_other_host(string address)
    {
        await using var server = await StartAsync();

        var response = await server.GetAsync(address, Browser);

        Assert.Equal("<title>IDE</title>", await response.Content.ReadAsStringAsync());
        Assert.True(response.Headers.CacheControl!.NoCache);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hashed_files_are_kept_for_good()
    {
        await using var server = await StartAsync();

        var response = await server.GetAsync("/graphql/static/js/main.js", "*/*");

        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
    }

    [Theory]
    [InlineData("/graphql/package.json")]
    [InlineData("/graphql/index.cjs")]
    [InlineData("/graphql/service-worker.js")]
    [InlineData("/graphql/..%2Fsecret")]
    [InlineData("/graphql/nothing.js")]
    public async Task Other_files_are_not_there(string address)
    {
        await using var server = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync(address, "*/*")).StatusCode);
    }

    [Fact]
    public async Task The_licence_is_passed_on()
    {
        await using var server = await StartAsync();

        Assert.Equal("terms", await (await server.GetAsync("/graphql/LICENSE", "*/*")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_configuration_names_the_server_and_switches_telemetry_off()
    {
        await using var server = await StartAsync();

        var response = await server.GetAsync("/graphql/bcp-config.json", "*/*");

        Assert.Equal(
            """{"title":"Mine","useBrowserUrlAsEndpoint":true,"disableTelemetry":true}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_missing_installation_says_what_to_do()
    {
        await using var server = await TransportServer.StartAsync(options => options.BananaCakePop.Directory = "/nowhere");

        var response = await server.GetAsync("/graphql/", Browser);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("npm ci", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql?query=%7Ba%7D", Browser)]
    [InlineData("/graphql/?query=%7Ba%7D", "*/*")]
    public async Task A_query_in_the_address_is_executed_even_for_a_browser(string address, string accept)
    {
        await using var server = await StartAsync();

        Assert.Equal("application/json", (await server.GetAsync(address, accept)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Switched_off_it_leaves_nothing_behind()
    {
        await using var server = await TransportServer.StartAsync(options => options.BananaCakePop.Enable = false);

        Assert.Equal(HttpStatusCode.BadRequest, (await server.GetAsync("/graphql/", Browser)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/graphql/bcp-config.json", Browser)).StatusCode);
    }

    private Task<TransportServer> StartAsync()
    {
        Write("index.html", "<title>IDE</title>");
        Write("index.cjs", "module");
        Write("package.json", "{}");
        Write("service-worker.js", "1");
        Write("LICENSE", "terms");
        Write("static/js/main.js", "1");
        return TransportServer.StartAsync(options =>
        {
            options.BananaCakePop.Directory = _directory.FullName;
            options.BananaCakePop.Title = "Mine";
        });
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_directory.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
