using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Lets others see what the server does. Hot Chocolate's names.</summary>
public static class GraphQLDiagnosticExtensions
{
    /// <summary>
    /// Adds a listener: a class derived from <see cref="ExecutionDiagnosticEventListener"/>, <see cref="DataLoading.DataLoaderDiagnosticEventListener"/>
    /// or <see cref="ServerDiagnosticEventListener"/>. Made once, with services of the application; several hear in the order of registration.
    /// </summary>
    public static IGraphQLBuilder AddDiagnosticEventListener<T>(this IGraphQLBuilder builder)
        where T : DiagnosticEventListener
    {
        builder.Services.TryAddSingleton<T>();
        builder.Services.AddSingleton<DiagnosticEventListener>(services => services.GetRequiredService<T>());
        return builder;
    }

    /// <summary>
    /// Lets requests be seen as traces and metrics, by OpenTelemetry's conventions for GraphQL: an <see cref="ActivitySource"/> and a
    /// <see cref="Meter"/> named <see cref="InstrumentationOptions.SourceName"/>. As long as nobody listens to them, a request pays a look
    /// at that and nothing else.
    /// </summary>
    public static IGraphQLBuilder AddInstrumentation(this IGraphQLBuilder builder, Action<InstrumentationOptions>? configure = null)
    {
        var options = new InstrumentationOptions();
        configure?.Invoke(options);
        builder.Services.AddSingleton<DiagnosticEventListener>(_ => new ActivityExecutionDiagnosticEventListener(Source, options));
        builder.Services.AddSingleton<DiagnosticEventListener>(_ => new ActivityDataLoaderDiagnosticEventListener(Source, options));
        builder.Services.AddSingleton<DiagnosticEventListener>(_ => new ActivityServerDiagnosticEventListener(Source, options));
        builder.Services.TryAddSingleton(services => new GraphQLMetrics(CreateMeter(services)));
        builder.Services.AddSingleton<DiagnosticEventListener>(services => new MetricsExecutionDiagnosticEventListener(Metrics(services), Time(services)));
        builder.Services.AddSingleton<DiagnosticEventListener>(services => new MetricsDataLoaderDiagnosticEventListener(Metrics(services), Time(services)));
        builder.Services.AddSingleton<DiagnosticEventListener>(services => new MetricsServerDiagnosticEventListener(Metrics(services)));
        return builder;
    }

    private static ActivitySource Source { get; } = new(InstrumentationOptions.SourceName);

    private static GraphQLMetrics Metrics(IServiceProvider services) => services.GetRequiredService<GraphQLMetrics>();

    private static TimeProvider Time(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>The application's factory, where there is one, owns the meter and ends it with the application.</summary>
    private static Meter CreateMeter(IServiceProvider services) => services.GetService<IMeterFactory>() is { } factory
        ? factory.Create(InstrumentationOptions.SourceName)
        : new Meter(InstrumentationOptions.SourceName);
}
