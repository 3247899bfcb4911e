using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Execution.Instrumentation;

/// <summary>What instrumentation costs while nobody listens, and that it is heard by its public name when somebody does.</summary>
public sealed class SilentInstrumentationTests
{
    private const string Query = "{ all { name } resolved }";

    /// <summary>The least of many runs: what the pools of the runtime add now and then is not the engine's.</summary>
    [Fact]
    public async Task A_known_query_allocates_as_much_with_instrumentation_that_nobody_listens_to_as_without()
    {
        var without = await AllocatedAsync(Server(_ => { }));
        var with = await AllocatedAsync(Server(builder => builder.AddInstrumentation(options => options.Scopes = ActivityScopes.All)));

        Assert.Equal(without, with);
    }

    [Fact]
    public async Task Somebody_who_listens_to_the_public_names_hears_traces_and_metrics()
    {
        var services = new ServiceCollection().AddMetrics();
        services.AddGraphQLServer().AddQueryType<Library>().AddInstrumentation();
        await using var provider = services.BuildServiceProvider();
        var (heard, factory) = (new List<string>(), provider.GetRequiredService<IMeterFactory>());
        using var root = new Activity("mine").Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == InstrumentationOptions.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.Parent.TraceId == root.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity => heard.Add(activity.DisplayName),
        };
        using var metrics = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == InstrumentationOptions.SourceName && instrument.Meter.Scope == factory) listener.EnableMeasurementEvents(instrument);
            },
        };
        metrics.SetMeasurementEventCallback<double>((instrument, _, _, _) => heard.Add(instrument.Name));
        ActivitySource.AddActivityListener(traces);
        metrics.Start();

        using var result = await provider.ExecuteRequestAsync("{ resolved }");

        Assert.Contains("query", heard);
        Assert.Contains("graphql.server.request.duration", heard);
    }

    private static GraphQLServer Server(Action<IGraphQLBuilder> configure)
    {
        var builder = new ServiceCollection().AddGraphQLServer().AddQueryType<Library>();
        configure(builder);
        return (GraphQLServer)builder.Services.BuildServiceProvider().GetRequiredService<IRequestExecutor>();
    }

    private static async Task<long> AllocatedAsync(GraphQLServer server)
    {
        var request = OperationRequestBuilder.New().SetDocument(Query).Build();
        var least = long.MaxValue;
        for (var run = 0; run < 200; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var result = await server.ExecuteAsync(request);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Empty(result.Errors);
        }

        return least;
    }

    internal sealed class Library
    {
        public static IReadOnlyList<Book> All { get; } = [.. Enumerable.Range(0, 10).Select(number => new Book($"{number}"))];

        public static Task<int> GetResolvedAsync() => Task.FromResult(1);
    }

    internal sealed record Book(string Name);
}
