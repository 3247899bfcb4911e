using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Tests.Transport.Sockets;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>The parts of a server at addresses of their own, each with its own options.</summary>
public sealed class GraphQLEndpointsTests : IAsyncDisposable
{
    private const string Browser = "text/html";
    private const string Get = "?query={hello}";

    private readonly DirectoryInfo _ide = Directory.CreateTempSubdirectory("bananacakepop");
    private WebApplication? _app;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _ide.Delete(recursive: true);
    }

    [Fact]
    public async Task Http_alone_answers_no_browser_no_socket_and_no_request_for_the_schema()
    {
        await StartAsync(app => app.MapGraphQLHttp());
        Assert.Equal("""{"data":{"hello":"world"}}""", await TextAsync("/graphql" + Get));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("/graphql"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("/graphql?sdl"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/graphql/schema"));
        Assert.NotEqual("text/html", (await GetAsync("/graphql", Browser)).Content.Headers.ContentType!.MediaType);
        await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.OpenAsync(new Uri(_app!.Urls.Single())));
    }

    [Fact]
    public async Task The_schema_alone_is_a_download()
    {
        await StartAsync(app =>
        {
            app.MapGraphQLSchema();
            app.MapGraphQLSchema("/closed").WithOptions(options => options.EnableSchemaRequests = false);
        });
        Assert.EndsWith("type Query {\n  hello: String!\n}\n", await TextAsync("/graphql/sdl"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/closed"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/graphql" + Get));
    }

    [Fact]
    public async Task The_ide_alone_asks_the_address_above_it()
    {
        await StartAsync(app => app.MapBananaCakePop());
        var visit = await GetAsync("/graphql/ui", Browser);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/graphql/ui/"), (visit.StatusCode, visit.Headers.Location!.ToString()));
        Assert.Equal("<title>IDE</title>", await TextAsync("/graphql/ui/"));
        Assert.Equal("""{"title":"GraphQL","useBrowserUrlAsEndpoint":true,"disableTelemetry":true,"endpoint":".."}""", await TextAsync("/graphql/ui/bcp-config.json"));
    }

    [Fact]
    public async Task The_ide_may_ask_elsewhere_have_its_own_title_and_be_switched_off()
    {
        await StartAsync(app =>
        {
            app.MapBananaCakePop("/ide", "../api").WithOptions(options => options.Title = "Mine");
            app.MapBananaCakePop("/off").WithOptions(options => options.Enable = false);
        });
        Assert.Equal("""{"title":"Mine","useBrowserUrlAsEndpoint":true,"disableTelemetry":true,"endpoint":"../api"}""", await TextAsync("/ide/bcp-config.json"));
        foreach (var address in new[] { "/off", "/off/", "/off/bcp-config.json", "/off/index.html" }) Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
    }

    [Fact]
    public async Task The_parts_stand_side_by_side_below_the_whole()
    {
        await StartAsync(app =>
        {
            app.MapGraphQL();
            app.MapGraphQLSchema();
            app.MapBananaCakePop();
            app.MapGraphQLWebSocket();
        });
        Assert.Equal("""{"data":{"hello":"world"}}""", await TextAsync("/graphql" + Get));
        Assert.Contains("type Query", await TextAsync("/graphql/sdl"), StringComparison.Ordinal);
        Assert.Contains("\"endpoint\":\"..\"", await TextAsync("/graphql/ui/bcp-config.json"), StringComparison.Ordinal);
        using var socket = await SocketClient.OpenAsync(new Uri(_app!.Urls.Single()), path: "/graphql/ws");
        Assert.Equal("graphql-transport-ws", socket.Protocol);
    }

    [Fact]
    public async Task Options_of_one_endpoint_are_not_those_of_another()
    {
        await StartAsync(app =>
        {
            app.MapGraphQL().WithOptions(Close);
            app.MapGraphQLHttp("/open");
            app.MapGraphQLHttp("/batches").WithOptions(options => options.Batching = AllowedBatching.RequestBatching);
        });
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync("/graphql" + Get));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync("/graphql?sdl"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/graphql/schema.graphql"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/graphql/index.html"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await FormAsync("/graphql"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/open" + Get));
        Assert.Equal(HttpStatusCode.OK, await FormAsync("/open"));
        Assert.Equal(HttpStatusCode.BadRequest, await BatchAsync("/open"));
        Assert.Equal(HttpStatusCode.OK, await BatchAsync("/batches"));

        static void Close(GraphQLServerOptions options)
        {
            (options.EnableGetRequests, options.EnableMultipartRequests, options.EnableSchemaRequests) = (false, false, false);
            options.BananaCakePop.Enable = false;
        }
    }

    [Fact]
    public async Task Endpoints_take_what_ASP_NET_Core_puts_on_them()
    {
        await StartAsync(app => app.MapGraphQL().RequireHost("elsewhere.example").WithOptions(options => options.EnableGetRequests = true));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/graphql" + Get));
        var endpoints = _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.All(endpoints, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IHostMetadata>()));
    }

    [Fact]
    public void An_endpoints_options_share_nothing_with_the_servers()
    {
        var (server, endpoint) = Copied();
        endpoint.Sockets.AllowedOrigins.Add("https://other.example");
        Assert.Empty(server.Sockets.AllowedOrigins);
        Assert.All(
            typeof(GraphQLServerOptions).GetProperties().Where(property => property.PropertyType.Namespace == typeof(GraphQLServerOptions).Namespace && property.PropertyType.IsClass),
            property => Assert.NotSame(property.GetValue(server), property.GetValue(endpoint)));
    }

    private static (GraphQLServerOptions Server, GraphQLServerOptions Endpoint) Copied()
    {
        var options = new GraphQLServerOptions();
        return (options, options.Copy());
    }

    private async Task StartAsync(Action<WebApplication> map)
    {
        await File.WriteAllTextAsync(Path.Combine(_ide.FullName, "index.html"), "<title>IDE</title>");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddGraphQL(options => options.BananaCakePop.Directory = _ide.FullName).AddQueryType<Query>();
        _app = builder.Build();
        map(_app);
        await _app.StartAsync();
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string accept = "*/*")
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var request = new HttpRequestMessage(HttpMethod.Get, _app!.Urls.Single() + address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request);
    }

    private async Task<HttpStatusCode> StatusAsync(string address) => (await GetAsync(address)).StatusCode;

    private async Task<string> TextAsync(string address) => await (await GetAsync(address)).Content.ReadAsStringAsync();

    private Task<HttpStatusCode> PostAsync(string address) => SendAsync(address, JsonContent.Create(new { query = "{hello}" }));

    private Task<HttpStatusCode> BatchAsync(string address) => SendAsync(address, JsonContent.Create(new[] { new { query = "{hello}" } }));

    private Task<HttpStatusCode> FormAsync(string address) =>
        SendAsync(address, new MultipartFormDataContent { { new StringContent("""{"query":"{hello}"}"""), "operations" }, { new StringContent("{}"), "map" } });

    private async Task<HttpStatusCode> SendAsync(string address, HttpContent content)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        return (await client.PostAsync(new Uri(_app!.Urls.Single() + address), content)).StatusCode;
    }

    internal sealed class Query
    {
        public static string Hello => "world";
    }
}
