using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.Execution.Instrumentation;
using Personalify.GraphQL.Tests.Transport.Sockets;
using Personalify.GraphQL.Transport;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Transport.Instrumentation;

public sealed class ServerDiagnosticEventListenerTests
{
    private readonly HeardEvents _log = new();

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", "+HttpPost +parse -parse single +format 0 -format -HttpPost")]
    [InlineData("""{"query":"{ nope }"}""", "+HttpPost +parse -parse single +format 1 -format -HttpPost")]
    [InlineData("""[{"query":"{ hello }"},{"query":"{ hello }"}]""", "+HttpPost +parse -parse batch 2 -HttpPost")]
    [InlineData("{", "+HttpPost +parse -parse error HC0009 -HttpPost")]
    public async Task A_post_is_told_from_its_reading_to_its_writing(string body, string heard)
    {
        await using var server = await StartAsync();
        using (await server.PostAsync(body)) await EndsAsync(heard);
    }

    [Fact]
    public async Task A_get_a_form_and_a_stream_are_told_apart()
    {
        await using var server = await StartAsync();

        using (await server.GetAsync("/graphql?query={hello}")) await EndsAsync("+HttpGet +parse -parse single +format 0 -format -HttpGet");
        using (await server.PostAsync("--x--", contentType: "multipart/form-data; boundary=x")) await EndsAsync("+HttpMultiPart +parse -parse error HC0077 -HttpMultiPart");
        using (await server.PostAsync("""{"query":"subscription { count(to: 2) }"}""", "text/event-stream")) await EndsAsync("+HttpPost +parse -parse single -HttpPost");
    }

    [Fact]
    public async Task A_socket_is_told_as_long_as_it_is_open_and_why_it_broke()
    {
        await using var server = await StartAsync(services => services.AddSingleton<SocketSessionInterceptor>(new Broken()));
        using var socket = await SocketClient.OpenAsync(server.Client.BaseAddress!);
        await EndsAsync("+socket");

        await socket.SendAsync("""{"type":"connection_init"}""");

        await EndsAsync("+socket failure NotSupportedException -socket");
    }

    [Fact]
    public async Task What_nobody_expected_is_told()
    {
        await using var server = await StartAsync(services => services.AddSingleton<HttpRequestInterceptor>((_, _, _) => throw new NotSupportedException()));

        using (await server.PostAsync("""{"query":"{ hello }"}""")) await EndsAsync("+HttpPost +parse -parse failure NotSupportedException -HttpPost");
    }

    [Fact]
    public async Task Open_sockets_are_counted_and_http_has_spans()
    {
        using var meter = new Meter("test");
        using var source = new ActivitySource($"test {Guid.NewGuid()}");
        using var traces = new ActivityListener
        {
            ShouldListenTo = other => other == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _log.Add(activity.DisplayName),
        };
        using var metrics = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter == meter) listener.EnableMeasurementEvents(instrument);
            },
        };
        metrics.SetMeasurementEventCallback<long>((instrument, value, _, _) => _log.Add($"{instrument.Name} {value}"));
        ActivitySource.AddActivityListener(traces);
        metrics.Start();
        var options = new InstrumentationOptions { Scopes = ActivityScopes.All };
        await using var server = await TransportServer.StartAsync(
            services: services => services
                .AddSingleton<DiagnosticEventListener>(new ActivityServerDiagnosticEventListener(source, options))
                .AddSingleton<DiagnosticEventListener>(new MetricsServerDiagnosticEventListener(new GraphQLMetrics(meter))),
            executor: new StreamSchema().Executor);

        using (await server.PostAsync("""{"query":"{ hello }"}"""))
            await EndsAsync("GraphQL HTTP Request Parsing GraphQL HTTP Response Formatting GraphQL HTTP POST");
        using (await SocketClient.OpenAsync(server.Client.BaseAddress!)) await EndsAsync("graphql.server.active_sockets 1");
        await EndsAsync("graphql.server.active_sockets 1 graphql.server.active_sockets -1");
    }

    private Task<TransportServer> StartAsync(Action<IServiceCollection>? more = null) => TransportServer.StartAsync(
        options => options.Batching = AllowedBatching.RequestBatching,
        services =>
        {
            services.AddSingleton<DiagnosticEventListener>(new Listener(_log));
            more?.Invoke(services);
        },
        new StreamSchema().Executor);

    /// <summary>The last scope ends after the client has its answer.</summary>
    private Task EndsAsync(string heard) => Eventually.IsTrueAsync(
        () => Task.FromResult(string.Join(' ', _log.Events).EndsWith(heard, StringComparison.Ordinal)), $"the log ends with {heard}");

    private sealed class Listener(HeardEvents log) : ServerDiagnosticEventListener
    {
        public override IDisposable ExecuteHttpRequest(HttpContext context, HttpRequestKind kind) => log.Open($"{kind}");

        public override IDisposable ParseHttpRequest(HttpContext context) => log.Open("parse");

        public override void StartSingleRequest(HttpContext context, GraphQLRequest request) => log.Add("single");

        public override void StartBatchRequest(HttpContext context, int count) => log.Add($"batch {count}");

        public override IDisposable FormatHttpResponse(HttpContext context, ExecutionResult result)
        {
            log.Add($"+format {result.Errors.Count}");
            return new Format(log);
        }

        public override void HttpRequestError(HttpContext context, GraphQLError error) => log.Add($"error {error.Code}");

        public override void HttpRequestError(HttpContext context, Exception exception) => log.Add($"failure {exception.GetType().Name}");

        public override IDisposable WebSocketSession(HttpContext context) => log.Open("socket");

        public override void WebSocketSessionError(HttpContext context, Exception exception) => log.Add($"failure {exception.GetType().Name}");

        private sealed class Format(HeardEvents log) : IDisposable
        {
            public void Dispose() => log.Add("-format");
        }
    }

    private sealed class Broken : SocketSessionInterceptor
    {
        public override ValueTask<ConnectionStatus> OnConnectAsync(SocketSession session, System.Text.Json.JsonElement payload, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
