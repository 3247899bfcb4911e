using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>Memory that one request has used is used by the next: nothing of a request may be seen by another, however the one ended.</summary>
public sealed class PooledMemoryTests
{
    private const string Document = """
        query Q($text: String!, $bag: Any, $in: BoxInput) {
          who
          text(text: $text)
          bag(bag: $bag)
          box(in: $in) { label sizes }
        }
        """;

    [Fact]
    public async Task Requests_that_overlap_see_their_own_user_document_and_variables()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        await Parallel.ForAsync(0, 600, new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (number, _) => await ((number % 6) switch
        {
            0 => LeaveAsync(client, app.Services.GetRequiredService<Shelf>(), number),
            1 => FailAsync(client, number),
            2 => AskOwnDocumentAsync(client, number),
            _ => AskAsync(client, number),
        }));
    }

    [Fact]
    public async Task What_a_resolver_keeps_stays_as_it_was()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        for (var number = 0; number < 50; number++) await AskAsync(client, number);

        var kept = app.Services.GetRequiredService<Shelf>();
        Assert.Equal(Enumerable.Range(0, 50).Select(Text).Order(), kept.Texts.Order());
        Assert.All(kept.Bags, bag => Assert.StartsWith("""{"of":[""", bag.GetRawText(), StringComparison.Ordinal));
        Assert.Equal(50, kept.Bags.Select(bag => bag.GetRawText()).Distinct().Count());
        Assert.Equal(50, kept.Boxes.Select(box => $"{box.Label} {string.Join(',', box.Sizes)}").Distinct().Count());
    }

    /// <summary>Documents that nobody has sent before are parsed, kept and named in errors; their memory is none of a request.</summary>
    [Fact]
    public async Task A_document_that_is_kept_is_not_the_memory_that_it_came_in()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        for (var number = 0; number < 20; number++) await AskOwnDocumentAsync(client, number);
        for (var number = 0; number < 20; number++) await AskOwnDocumentAsync(client, number);
    }

    private static string Text(int number) => $"text {number}" + new string('x', number % 40);

    private static async Task AskAsync(HttpClient client, int number)
    {
        var text = Text(number);
        var answer = await SendAsync(client, $"user{number}", Document, new { text, bag = new { of = new[] { number, number + 1 } }, @in = new { sizes = new[] { number, 2 }, label = $"box {number}" } });
        Assert.Equal(
            $$$$"""{"data":{"who":"user{{{{number}}}}","text":"{{{{text}}}}","bag":{"of":[{{{{number}}}},{{{{number + 1}}}}]},"box":{"label":"box {{{{number}}}}","sizes":[{{{{number}}}},2]}}}""",
            answer);
    }

    private static async Task AskOwnDocumentAsync(HttpClient client, int number)
    {
        var answer = await SendAsync(client, $"user{number}", $"{{\n  who\n  text(text: \"{number}\")\n  own{number}: fails\n}}", new { });
        Assert.Equal(
            $$$"""{"errors":[{"message":"Fails.","locations":[{"line":4,"column":3}],"path":["own{{{number}}}"]}],"data":{"who":"user{{{number}}}","text":"{{{number}}}","own{{{number}}}":null}}""",
            answer);
    }

    private static async Task FailAsync(HttpClient client, int number)
    {
        var answer = await SendAsync(client, $"user{number}", Document, new { text = Text(number), @in = new { label = "l", sizes = new object[] { 1, $"no number {number}" } } });
        Assert.Contains($"no number {number}", answer, StringComparison.Ordinal);
        Assert.Contains("has invalid value at .sizes[1]", answer, StringComparison.Ordinal);
    }

    /// <summary>The client goes away in the middle; its resolver looks at its arguments long after that.</summary>
    private static async Task LeaveAsync(HttpClient client, Shelf shelf, int number)
    {
        using var patience = new CancellationTokenSource();
        var asked = SendAsync(client, $"user{number}", "query($text: String!) { late(text: $text) }", new { text = $"left {number}" }, patience.Token);
        var visit = shelf.Visits.GetOrAdd($"left {number}", _ => new Visit());
        await visit.Begun.Task;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal($"left {number} by user{number}", await visit.Ended.Task);
    }

    private static async Task<string> SendAsync(HttpClient client, string user, string query, object variables, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("X-User", user);
        using var response = await client.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Shelf>().AddGraphQLServer().AddQueryType<Query>();
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, context.Request.Headers["X-User"].ToString())], "Test"));
            return next(context);
        });
        app.MapGraphQL();
        await app.StartAsync();
        return app;
    }

    /// <summary>What resolvers have kept.</summary>
    internal sealed class Shelf
    {
        public ConcurrentBag<string> Texts { get; } = [];

        public ConcurrentBag<JsonElement> Bags { get; } = [];

        public ConcurrentBag<Box> Boxes { get; } = [];

        public ConcurrentDictionary<string, Visit> Visits { get; } = [];
    }

    /// <summary>A resolver that is left alone: that it has begun, and what it still saw at its end.</summary>
    internal sealed class Visit
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<string> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal sealed record Box(string Label, int[] Sizes);

    internal sealed class Query
    {
        public static string? GetWho([GlobalState(nameof(ClaimsPrincipal))] ClaimsPrincipal user) => user.Identity!.Name;

        public static string GetText(string text, Shelf shelf)
        {
            shelf.Texts.Add(text);
            return text;
        }

        public static JsonElement? GetBag(JsonElement? bag, Shelf shelf)
        {
            if (bag is { } given) shelf.Bags.Add(given);
            return bag;
        }

        public static async Task<Box?> GetBoxAsync(Box? @in, Shelf shelf)
        {
            await Task.Yield();
            if (@in is not null) shelf.Boxes.Add(@in);
            return @in;
        }

        public static string? GetFails() => throw new GraphQLException("Fails.");

        public static async Task<string?> GetLateAsync(string text, IResolverContext context, Shelf shelf, CancellationToken cancellationToken)
        {
            var visit = shelf.Visits.GetOrAdd(text, _ => new Visit());
            visit.Begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var user = (ClaimsPrincipal)context.ContextData[nameof(ClaimsPrincipal)]!;
            visit.Ended.SetResult($"{context.ArgumentValue<string>("text")} by {user.Identity!.Name}");
            return null;
        }
    }
}
