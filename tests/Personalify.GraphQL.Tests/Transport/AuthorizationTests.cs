using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Tests.Transport.Sockets;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>[Authorize] decided by ASP.NET Core's policies, by the resource too: before a request, before a field and after it.</summary>
public sealed class AuthorizationTests
{
    private const string Document = "application/graphql-response+json";

    [Theory]
    [InlineData("{ open }")]
    [InlineData("{ vault { public } }")]
    [InlineData("query A { open } query B { report }")]
    public async Task An_operation_that_demands_nothing_runs_for_everybody(string query)
    {
        await using var app = await StartAsync(null);

        Assert.Equal((HttpStatusCode.OK, false), await AskAsync(app, query, query.Contains('B', StringComparison.Ordinal) ? "A" : null));
    }

    [Theory]
    [InlineData("{ open report }")]
    [InlineData("{ open report @skip(if: true) }")]
    [InlineData("{ open ...Hidden } fragment Hidden on Query { ... { report } }")]
    [InlineData("{ vault { gold } }")]
    [InlineData("{ vault { added } }")]
    [InlineData("{ vault { public __typename } }")]
    [InlineData("{ thing { name } }")]
    [InlineData("{ thing { ... on Vault { gold } } }")]
    [InlineData("mutation { open rob }")]
    public async Task A_request_that_its_sender_may_not_send_is_refused_before_anything_runs(string query)
    {
        foreach (var (user, status, code) in new[]
                 {
                     (null, HttpStatusCode.Unauthorized, "AUTH_NOT_AUTHENTICATED"), ("eve", HttpStatusCode.Forbidden, "AUTH_NOT_AUTHORIZED"),
                 })
        {
            await using var app = await StartAsync(user);
            var runs = app.Services.GetRequiredService<Runs>();

            using var response = await SendAsync(app, query);

            Assert.Equal(status, response.StatusCode);
            var text = await response.Content.ReadAsStringAsync();
            Assert.StartsWith("""{"errors":[{"message":""", text, StringComparison.Ordinal);
            Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"data\"", text, StringComparison.Ordinal);
            Assert.Equal(0, runs.Count);
        }
    }

    [Fact]
    public async Task Who_satisfies_the_policy_is_answered()
    {
        await using var app = await StartAsync("ada");

        Assert.Equal((HttpStatusCode.OK, false), await AskAsync(app, "{ open report vault { gold added public __typename } thing { name } }"));
    }

    [Fact]
    public async Task A_client_of_plain_json_is_told_with_status_200()
    {
        await using var app = await StartAsync("eve");
        using var client = new HttpClient();

        using var response = await client.PostAsJsonAsync($"{app.Urls.Single()}/graphql", new { query = "{ report }" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"message":"The signed-in user may not use this operation.","extensions":{"code":"AUTH_NOT_AUTHORIZED"}}]}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{ forgotten }", "AUTH_POLICY_NOT_FOUND")]
    [InlineData("{ breaks }", "Unexpected Execution Error")]
    public async Task A_mistake_of_the_server_lets_nobody_in(string query, string told)
    {
        await using var app = await StartAsync("ada");

        using var response = await SendAsync(app, query);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(told, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_that_do_not_fit_are_not_looked_at_before_the_sender_is()
    {
        await using var app = await StartAsync(null);

        using var response = await SendAsync(app, "query ($secret: Int!) { report(of: $secret) }");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("{ note(of: \"ada\") }", "ada", """{"data":{"note":"of ada"}}""")]
    [InlineData("{ note(of: \"bob\") }", "ada", """{"data":{"note":null}}""")]
    [InlineData("{ letter(of: \"ada\") { to } }", "ada", """{"data":{"letter":{"to":"ada"}}}""")]
    [InlineData("{ letter(of: \"bob\") { to } }", "ada", """{"data":{"letter":null}}""")]
    [InlineData("{ letter(of: \"\") { to } }", "ada", """{"data":{"letter":null}}""")]
    public async Task A_policy_sees_the_fields_arguments_before_and_its_result_after(string query, string user, string data)
    {
        await using var app = await StartAsync(user);

        using var response = await SendAsync(app, query);

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(query.Contains("bob", StringComparison.Ordinal), text.Contains("AUTH_NOT_AUTHORIZED", StringComparison.Ordinal));
        Assert.EndsWith(data[1..], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_asked_about_afterwards_has_run()
    {
        await using var app = await StartAsync("ada");

        using var before = await SendAsync(app, "{ note(of: \"bob\") }");
        Assert.Equal(0, app.Services.GetRequiredService<Runs>().Count);
        using var after = await SendAsync(app, "{ letter(of: \"bob\") { to } }");

        Assert.Equal(1, app.Services.GetRequiredService<Runs>().Count);
    }

    [Fact]
    public async Task A_socket_is_told_in_an_error_message()
    {
        await using var app = await StartAsync(null);
        using var socket = await SocketClient.ConnectAsync(new Uri(app.Urls.Single()));

        await socket.SubscribeAsync("s", "{ report }");

        Assert.Equal(
            """{"type":"error","id":"s","payload":[{"message":"Sign in to use this operation.","extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}]}""", await socket.ReadAsync());
    }

    private static async Task<(HttpStatusCode Status, bool HasErrors)> AskAsync(WebApplication app, string query, string? operation = null)
    {
        using var response = await SendAsync(app, query, operation);
        return (response.StatusCode, (await response.Content.ReadAsStringAsync()).Contains("\"errors\"", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> SendAsync(WebApplication app, string query, string? operationName = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Urls.Single()}/graphql") { Content = JsonContent.Create(new { query, operationName }) };
        request.Headers.Add("Accept", Document);
        return await client.SendAsync(request);
    }

    private static async Task<WebApplication> StartAsync(string? user)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Runs>().AddScoped<IAuthorizationHandler, OwnHandler>();
        builder.Services.AddAuthorizationBuilder().AddPolicy("own", policy => policy.AddRequirements(new OwnRequirement()))
            .AddPolicy("breaks", policy => policy.RequireAssertion(context => context.User.Claims.Single(claim => claim.Type == "none").Value == ""));
        builder.Services.AddGraphQLServer().AddQueryType<Query>().AddMutationType<Mutation>().AddType<Vault>().AddTypeExtension<VaultFields>().AddAuthorization();
        var app = builder.Build();
        if (user is not null)
        {
            app.Use(next => context =>
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], "Test"));
                return next(context);
            });
        }

        app.MapGraphQL();
        await app.StartAsync();
        return app;
    }

    /// <summary>How many fields have run.</summary>
    internal sealed class Runs
    {
        public int Count { get; set; }
    }

    internal sealed class OwnRequirement : IAuthorizationRequirement;

    /// <summary>Ada may send what selects a report; whoever asks may see what is addressed to them.</summary>
    internal sealed class OwnHandler : AuthorizationHandler<OwnRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnRequirement requirement)
        {
            var name = context.User.Identity!.Name;
            var isOwn = context.Resource switch
            {
                AuthorizationContext request => request.Operation is not null && request.Schema.QueryType is not null && name == "ada",
                IResolverContext { Result: Letter letter } => letter.To == name,
                IResolverContext field => field.ArgumentValue<string>("of") == name,
                _ => false,
            };
            if (isOwn) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    internal sealed record Letter(string To);

    [InterfaceType]
    internal interface IThing
    {
        string Name { get; }
    }

    [Authorize("own", ApplyPolicy.Validation)]
    internal sealed record Vault(string Gold, string Name) : IThing
    {
        [AllowAnonymous]
        public string Public => Name;
    }

    [ExtendObjectType(typeof(Vault))]
    internal sealed class VaultFields
    {
        public static string GetAdded([Parent] Vault vault) => vault.Name;
    }

    internal sealed class Mutation
    {
        public static int Open([Service] Runs runs) => ++runs.Count;

        [Authorize("own", ApplyPolicy.Validation)]
        public static int Rob([Service] Runs runs) => ++runs.Count;
    }

    internal sealed class Query
    {
        public static int GetOpen([Service] Runs runs) => ++runs.Count;

        [Authorize("own", ApplyPolicy.Validation)]
        public static int GetReport(int? of, [Service] Runs runs) => ++runs.Count;

        [Authorize("unknown", ApplyPolicy.Validation)]
        public static int Forgotten => 1;

        [Authorize("breaks", ApplyPolicy.Validation)]
        public static int Breaks => 1;

        [Authorize("own")]
        public static string? GetNote(string of, [Service] Runs runs) => $"of {of}{(++runs.Count > 0 ? "" : "!")}";

        [Authorize("own", ApplyPolicy.AfterResolver)]
        public static Letter? GetLetter(string of, [Service] Runs runs) => ++runs.Count > 0 && of.Length > 0 ? new Letter(of) : null;

        public static Vault GetVault() => new("gold", "vault");

        public static IThing GetThing() => new Vault("gold", "vault");
    }
}
