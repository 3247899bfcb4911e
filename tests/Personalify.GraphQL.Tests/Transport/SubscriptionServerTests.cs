using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Subscriptions;
using Personalify.GraphQL.Tests.Transport.Sockets;
using Personalify.GraphQL.Transport;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>The whole way of an event: annotated C#, AddGraphQLServer, a mutation that sends, a socket that receives.</summary>
public sealed class SubscriptionServerTests
{
    private const string Event = """{"type":"next","id":"s","payload":{"data":{"bookAdded":{"title":"T"}}}}""";

    [Fact]
    public async Task What_a_mutation_sends_arrives_at_every_socket()
    {
        await using var app = await StartAsync(app => app.MapGraphQL());
        using var first = await SocketClient.ConnectAsync(new Uri(app.Urls.Single()));
        using var second = await SocketClient.ConnectAsync(new Uri(app.Urls.Single()));
        await first.SubscribeAsync("s", "subscription { bookAdded { title } }");
        await second.SubscribeAsync("s", "subscription { bookAdded { title } }");
        var events = Task.WhenAll(first.ReadAsync(), second.ReadAsync());

        using var client = new HttpClient();
        await Eventually.IsTrueAsync(
            async () =>
            {
                using var response = await client.PostAsJsonAsync($"{app.Urls.Single()}/graphql", new { query = """mutation { addBook(title: "T") { title } }""" });
                Assert.Equal("T", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("addBook").GetProperty("title").GetString());
                return events.IsCompleted;
            },
            "the events arrive");
        Assert.Equal([Event, Event], await events);
    }

    [Fact]
    public async Task Sockets_can_have_an_address_of_their_own()
    {
        await using var app = await StartAsync(app => app.MapGraphQLWebSocket("/live"));
        using var socket = await SocketClient.OpenAsync(new Uri(app.Urls.Single()), path: "/live");
        using var client = new HttpClient();
        using var plain = await client.GetAsync(new Uri($"{app.Urls.Single()}/live?query={{one}}"));

        Assert.Equal("graphql-transport-ws", socket.Protocol);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, plain.StatusCode);
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer().AddQueryType<Query>().AddMutationType<Mutation>().AddSubscriptionType<Subscription>().AddInMemorySubscriptions();
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    private sealed record Book(string Title);

    private sealed class Query
    {
        public static int One() => 1;
    }

    private sealed class Mutation
    {
        public static async Task<Book> AddBookAsync(string title, ITopicEventSender sender, CancellationToken cancellationToken)
        {
            var book = new Book(title);
            await sender.SendAsync(nameof(Subscription.BookAdded), book, cancellationToken);
            return book;
        }
    }

    private sealed class Subscription
    {
        [Subscribe]
        public static Book BookAdded([EventMessage] Book book) => book;
    }
}
