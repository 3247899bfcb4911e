using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

/// <summary>
/// A collector of OpenTelemetry's gets metrics and traces, if one is named. This one keeps the bytes: in protobuf, texts stand as they are.
/// </summary>
public sealed class CollectorTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
    private WebApplication _collector = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _collector = builder.Build();
        _collector.Run(KeepAsync);
        await _collector.StartAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    [StoreFact]
    public async Task Without_a_collector_there_are_no_traces()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        Assert.Null(application.Services.GetService<TracerProvider>());
    }

    [StoreFact]
    public async Task A_collector_gets_spans_of_the_request_the_engine_the_database_and_Redis_and_metrics()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var application = await StartAsync(redis);
        using var client = application.Connect();
        client.Http.DefaultRequestHeaders.UserAgent.ParseAdd("a-persons-browser/1.0");
        await client.SendAsync("""query Mine { search(text: "Secret Name") { __typename } }""");
        await client.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));

        await Eventually.IsTrueAsync(
            () => HasAll("/v1/traces", "POST /graphql", "GraphQL", "postgresql", "redis"), "all spans have arrived");
        await Eventually.IsTrueAsync(() => HasAll("/v1/metrics", "graphql.server.request.duration"), "metrics have arrived");
        Assert.DoesNotContain(_received, message => message.Body.Contains("a-persons-browser", StringComparison.Ordinal));
        Assert.DoesNotContain(_received, message => message.Body.Contains("Secret Name", StringComparison.Ordinal));
    }

    private Task<PersonalifyApplication> StartAsync(TestRedis redis) => PersonalifyApplication.StartAsync(
        ("ConnectionStrings:Redis", redis.ConnectionString),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Urls.Single()),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"));

    private bool HasAll(string path, params string[] texts) =>
        texts.All(
            text => _received.Any(message => message.Path == path && message.Body.Contains(text, StringComparison.OrdinalIgnoreCase)));

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.Latin1);
        _received.Enqueue((context.Request.Path, await body.ReadToEndAsync()));
    }
}
