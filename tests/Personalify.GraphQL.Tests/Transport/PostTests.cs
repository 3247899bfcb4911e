using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport;

public sealed class PostTests
{
    private const string GraphQLResponse = "application/graphql-response+json";

    [Fact]
    public async Task A_query_is_executed_and_answered_with_its_length_and_not_to_be_stored()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.PostAsync("""{"query":"{ hello }","operationName":"A","variables":{"a":1}}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"data":{"hello":"world"}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(26, response.Content.Headers.ContentLength);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("{ hello }", server.Executor.Document);
        Assert.True(server.Executor.Request!.AllowMutation);
    }

    [Theory]
    [InlineData(RequestErrorKind.Syntax, 200, 400)]
    [InlineData(RequestErrorKind.Validation, 200, 400)]
    [InlineData(RequestErrorKind.Variables, 200, 400)]
    [InlineData(RequestErrorKind.Cancelled, 200, 503)]
    [InlineData(RequestErrorKind.OperationNotAllowed, 405, 405)]
    public async Task The_status_of_a_request_error_depends_on_the_media_type(RequestErrorKind kind, int json, int graphQL)
    {
        await using var server = await TransportServer.StartAsync();
        server.Executor.FailWith(kind);

        Assert.Equal(json, (int)(await server.PostAsync("""{"query":"{"}""", "application/json")).StatusCode);
        Assert.Equal(graphQL, (int)(await server.PostAsync("""{"query":"{"}""", GraphQLResponse)).StatusCode);
    }

    [Fact]
    public async Task Errors_beside_data_are_an_answer_like_any_other()
    {
        await using var server = await TransportServer.StartAsync();
        server.Executor.Result = new ExecutionResult("null"u8.ToArray(), [new("Sorry.")]);

        var response = await server.PostAsync("""{"query":"{a}"}""", GraphQLResponse);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"errors":[{"message":"Sorry."}],"data":null}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/plain;charset=UTF-8")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json;charset=utf-16")]
    public async Task What_a_browser_may_send_without_asking_is_refused(string contentType)
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.PostAsync("""{"query":"mutation { a }"}""", contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("Send application/json in UTF-8.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(server.Executor.Request);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_whether_its_length_is_announced_or_not(bool isChunked)
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxAllowedRequestSize = 100);
        var content = new StringContent($$"""{"query":"{{new string('a', 200)}}"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;

        var response = await server.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("the 100 bytes that this server accepts", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unacceptable_accept_header_is_told_what_to_accept()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.PostAsync("""{"query":"{a}"}""", "image/png");

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Contains("HC0064", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interceptors_add_to_the_context_data_beside_the_user()
    {
        await using var server = await TransportServer.StartAsync(services: services =>
            services.AddSingleton<HttpRequestInterceptor>((context, data, _) =>
            {
                data["host"] = context.Request.Host.Host;
                return ValueTask.CompletedTask;
            }));

        await server.PostAsync("""{"query":"{a}"}""");

        Assert.Equal("127.0.0.1", server.Executor.Request!.ContextData["host"]);
        Assert.IsType<ClaimsPrincipal>(server.Executor.Request.ContextData["ClaimsPrincipal"]);
    }
}
