using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>A real server on a free port, with the executor replaced unless a test brings one.</summary>
internal sealed class TransportServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TransportServer(WebApplication app) => _app = app;

    public FakeExecutor Executor { get; private init; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<TransportServer> StartAsync(
        Action<GraphQLServerOptions>? configure = null, Action<IServiceCollection>? services = null, IRequestExecutor? executor = null)
    {
        var options = new GraphQLServerOptions();
        configure?.Invoke(options);
        var fake = new FakeExecutor();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(options).AddSingleton(executor ?? fake);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapGraphQL();
        app.MapGraphQLPersistedOperations();
        app.MapGraphQLPersistedOperations("/named", requireOperationName: true);
        await app.StartAsync();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        return new TransportServer(app) { Executor = fake, Client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) } };
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? accept = null, string contentType = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType.Length > 0) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content }, accept);
    }

    public Task<HttpResponseMessage> GetAsync(string address, string? accept = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), accept);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept = null)
    {
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return Client.SendAsync(request);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
