using System.Net;
using Microsoft.AspNetCore.Http;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

public sealed class MetricsEndpointTests
{
    [StoreFact]
    public async Task Requests_show_in_the_metrics_of_the_engine_the_server_and_the_database()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();
        await client.QueryAsync("query Mine { serverInfo: __typename }");
        await client.QueryAsync("query Mine { serverInfo: __typename }");
        await client.SendAsync("{ nope }");
        await client.SendAsync("""{ search(text: "Secret Name") { __typename } }""");

        using var response = await client.Http.GetAsync("/metrics");
        var text = await response.Content.ReadAsStringAsync();
        var samples = PrometheusParser.Parse(text);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(2, Value(samples, "graphql_server_request_duration_seconds_count", ("graphql_request_outcome", "success"), ("graphql_operation_type", "query")));
        Assert.True(Value(samples, "graphql_server_request_duration_seconds_count", ("graphql_request_outcome", "refused")) > 0);
        Assert.True(Value(samples, "graphql_server_errors_total", ("error_type", "HC0016")) > 0);
        Assert.Equal(1, Value(samples, "graphql_server_document_cache_lookups_total", ("graphql_document_cache_result", "hit")));
        Assert.True(Value(samples, "http_server_request_duration_seconds_count", ("http_route", "/graphql/"), ("http_response_status_code", "200")) > 0);
        Assert.Contains(samples, sample => sample.Name.StartsWith("db_client_", StringComparison.Ordinal));
        Assert.Contains(samples, sample => sample.Name == "dotnet_gc_collections_total");
        Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mine", text, StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("127.0.0.1", null, HttpStatusCode.OK)]
    [InlineData("::1", null, HttpStatusCode.OK)]
    [InlineData("::ffff:127.0.0.1", null, HttpStatusCode.OK)]
    [InlineData("192.168.1.10", null, HttpStatusCode.Forbidden)]
    [InlineData("192.168.1.10", "192.168.1.0/24", HttpStatusCode.OK)]
    [InlineData("::ffff:192.168.1.10", "192.168.1.10/32", HttpStatusCode.OK)]
    [InlineData("192.168.2.10", "192.168.1.0/24", HttpStatusCode.Forbidden)]
    [InlineData("2001:db8::1", "192.168.1.0/24", HttpStatusCode.Forbidden)]
    public async Task Metrics_are_for_this_machine_and_the_networks_that_are_named(string address, string? network, HttpStatusCode status)
    {
        await using var application = await PersonalifyApplication.StartAsync(network is null ? [] : [("Hosting:MetricsNetworks:0", network)]);

        var context = await application.Server.SendAsync(context =>
        {
            (context.Request.Method, context.Request.Path, context.Request.Host) = ("GET", "/metrics", new HostString("localhost"));
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        });

        Assert.Equal((int)status, context.Response.StatusCode);
    }

    [StoreFact]
    public async Task A_visitor_behind_a_proxy_of_this_machine_is_not_this_machine()
    {
        await using var application = await PersonalifyApplication.StartAsync();

        var context = await application.Server.SendAsync(context =>
        {
            (context.Request.Method, context.Request.Path, context.Request.Host) = ("GET", "/metrics", new HostString("localhost"));
            context.Connection.RemoteIpAddress = IPAddress.Loopback;
            context.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
        });

        Assert.Equal(StatusCodes.Status403Forbidden, context.Response.StatusCode);
    }

    private static double Value(IEnumerable<PrometheusParser.Sample> samples, string name, params (string Name, string Value)[] labels) => samples
        .Where(sample => sample.Name == name && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value)).Sum(sample => sample.Value);
}
