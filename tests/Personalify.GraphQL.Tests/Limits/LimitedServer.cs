using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Limits;

/// <summary>A whole server whose limits a test sets, asked over HTTP.</summary>
internal sealed class LimitedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private LimitedServer(WebApplication app) =>
        (_app, _client) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public static async Task<LimitedServer> StartAsync(Action<IGraphQLBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        configure(builder.Services.AddGraphQLServer().ModifyOptions(options => options.EnableDefer = true).AddFiltering().AddSorting().AddQueryType<Query>());
        var app = builder.Build();
        app.MapGraphQL();
        await app.StartAsync();
        return new LimitedServer(app);
    }

    public async Task<string> PostAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        request.Headers.Add("Accept", "application/json, multipart/mixed");
        using var response = await _client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Node]
    internal sealed record Part(int Id)
    {
        public static Part Get(int id) => new(id);

        public static string GlobalId(int id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"Part:{id}"));
    }

    [Key("id")]
    internal sealed record Thing(int Id)
    {
        [ReferenceResolver]
        public static Thing Find(int id) => new(id);
    }

    private sealed class Query
    {
        public static int A => 1;

        public static int B => 2;

        public static string Long => new('x', 2000);

        public static Item O => new();

        [UseFiltering]
        [UseSorting]
        public static Item[] Items => [new()];

        public static long[] GetLengths(IReadOnlyList<IFile> files) => [.. files.Select(file => file.Length)];

        public static async Task<int> Forever(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 1;
        }
    }

    private sealed class Item
    {
        public int A { get; } = 1;

        public int B { get; } = 2;

        public Item O => this;
    }
}
