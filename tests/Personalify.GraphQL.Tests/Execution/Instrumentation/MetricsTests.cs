using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Tests.Execution.Incremental;

namespace Personalify.GraphQL.Tests.Execution.Instrumentation;

/// <summary>Requests as metrics, seen by a real listener.</summary>
public sealed class MetricsTests : IDisposable
{
    private readonly Meter _meter = new($"test {Guid.NewGuid()}");
    private readonly MeterListener _listener = new();
    private readonly List<string> _measured = [];
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(new FetchLog()).AddDataLoader<LetterLoader>().BuildServiceProvider();
    private readonly SourceDouble _events = new();
    private readonly Engine _engine;
    private int _codes;

    public MetricsTests()
    {
        var metrics = new GraphQLMetrics(_meter);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == _meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value >= 0, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
        _engine = IncrementalEngine.Of("type Query { letter(of: Int!): String fails: Int must: Int! later: Int any: Int } type Subscription { number: Int }", services: _services)
            .OnAsync("Query.letter", async context => await context.Services.GetRequiredService<LetterLoader>().LoadAsync(context.ArgumentValue<int>("of")))
            .On("Query.fails", _ => throw new GraphQLException("No.", "MY_CODE")).On("Query.must", _ => null)
            .On("Query.any", _ => throw new GraphQLException("No.", $"CODE_{_codes++}"))
            .OnAsync("Query.later", async context =>
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return null;
            })
            .OnSubscribe("Subscription.number", _ => _events).On("Subscription.number", context => context.Parent<int>());
        _engine.Listeners.AddRange(
            [new MetricsExecutionDiagnosticEventListener(metrics, TimeProvider.System), new MetricsDataLoaderDiagnosticEventListener(metrics, TimeProvider.System)]);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
        _services.Dispose();
    }

    [Theory]
    [InlineData("{ __typename }", "success", "query", null)]
    [InlineData("{ fails __typename }", "partial", "query", "MY_CODE")]
    [InlineData("{ must }", "failure", "query", "HC0018")]
    [InlineData("{", "refused", null, "HC0014")]
    [InlineData("{ nope }", "refused", null, "HC0016")]
    [InlineData("query A { __typename } query B { __typename }", "refused", null, "HC0015")]
    public async Task A_request_is_measured_by_kind_and_outcome_and_its_errors_by_code(string query, string outcome, string? type, string? code)
    {
        await _engine.AskAsync(query);

        var kind = type is null ? "" : $" graphql.operation.type={type}";
        Assert.Contains($"graphql.server.request.duration True graphql.request.outcome={outcome}{kind}", _measured);
        Assert.Equal(code is null ? [] : [$"graphql.server.errors 1 error.type={code}"], Measured("graphql.server.errors"));
    }

    [Fact]
    public async Task A_request_whose_time_is_over_is_no_failure_of_its_own()
    {
        _engine.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(1);

        await _engine.AskAsync("{ later }");

        Assert.Equal(["graphql.server.request.duration True graphql.request.outcome=timeout graphql.operation.type=query"], Measured("graphql.server.request.duration"));
        Assert.Equal(["graphql.server.errors 1 error.type=HC0045"], Measured("graphql.server.errors"));
    }

    [Fact]
    public async Task A_client_that_has_gone_is_no_failure()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        using (await _engine.ExecuteAsync("{ later }", cancellationToken: gone.Token))
            Assert.Equal(["graphql.server.request.duration True graphql.request.outcome=cancelled graphql.operation.type=query"], Measured("graphql.server.request.duration"));
    }

    [Fact]
    public async Task Documents_are_counted_by_whether_they_were_known()
    {
        for (var i = 0; i < 3; i++) await _engine.AskAsync("{ __typename }");

        Assert.Equal(
            ["miss", "hit", "hit"], Measured("graphql.server.document_cache.lookups").Select(line => line.Split('=')[^1]));
    }

    [Fact]
    public async Task Batches_are_measured_by_loader()
    {
        await _engine.AskAsync("{ a: letter(of: 1) b: letter(of: 2) }");

        Assert.Equal(["graphql.dataloader.batch.size 2 graphql.dataloader.name=LetterLoader"], Measured("graphql.dataloader.batch.size"));
        Assert.Equal(["graphql.dataloader.batch.duration True graphql.dataloader.name=LetterLoader"], Measured("graphql.dataloader.batch.duration"));
    }

    [Fact]
    public async Task Subscriptions_are_counted_while_they_are_open_and_their_events_measured()
    {
        await using (var stream = await _engine.SubscribeAsync("subscription { number }"))
        {
            Assert.Equal(["graphql.server.active_subscriptions 1"], Measured("graphql.server.active_subscriptions"));
            _events.Send(1);
            _events.End();
            await foreach (var result in stream.ReadResultsAsync()) result.Dispose();
        }

        Assert.Equal(["graphql.server.active_subscriptions 1", "graphql.server.active_subscriptions -1"], Measured("graphql.server.active_subscriptions"));
        Assert.Equal(["graphql.server.request.duration True graphql.request.outcome=success graphql.operation.type=subscription"], Measured("graphql.server.request.duration"));
        Assert.Equal(["graphql.server.subscription.event.duration True graphql.request.outcome=success graphql.operation.type=subscription"], Measured("graphql.server.subscription.event.duration"));
    }

    [Theory]
    [InlineData("{ letter(of: 1) ... @defer { later: letter(of: 2) } }", "success", null)]
    [InlineData("{ letter(of: 1) ... @defer { fails } }", "partial", "MY_CODE")]
    [InlineData("{ letter(of: 1) ... @defer { must } }", "partial", "HC0018")]
    public async Task What_comes_later_is_measured_by_outcome_and_its_errors_counted(string query, string outcome, string? code)
    {
        await _engine.PartsAsync(query);

        Assert.Equal([$"graphql.server.stream.duration True graphql.request.outcome={outcome} graphql.operation.type=query"], Measured("graphql.server.stream.duration"));
        Assert.Equal(code is null ? [] : [$"graphql.server.errors 1 error.type={code}"], Measured("graphql.server.errors"));
    }

    [Fact]
    public async Task A_client_that_does_not_wait_for_the_rest_is_no_failure()
    {
        await (await _engine.SubscribeAsync("{ letter(of: 1) ... @defer { later } }")).DisposeAsync();

        Assert.Equal(["graphql.server.stream.duration True graphql.request.outcome=cancelled graphql.operation.type=query"], Measured("graphql.server.stream.duration"));
    }

    [Fact]
    public async Task Codes_without_end_do_not_fill_the_memory()
    {
        for (var i = 0; i < 300; i++) await _engine.AskAsync("{ any }");

        Assert.Equal(101, Measured("graphql.server.errors").Distinct().Count());
        Assert.Equal(200, Measured("graphql.server.errors").Count(line => line.EndsWith("_OTHER", StringComparison.Ordinal)));
    }

    private void Add(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = $"{instrument.Name} {value}";
        foreach (var (key, tag) in tags) line += $" {key}={tag}";
        lock (_measured) _measured.Add(line);
    }

    private IEnumerable<string> Measured(string instrument)
    {
        lock (_measured) return [.. _measured.Where(line => line.StartsWith(instrument + " ", StringComparison.Ordinal))];
    }
}
