using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Personalify.Api.Data;

namespace Personalify.Api.Hosting;

/// <summary>Whether the process runs (<c>/health/live</c>), and which stores answer it (<c>/health/ready</c>).</summary>
public static class StoreHealth
{
    private const string NotConfigured = "not configured";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddStoreHealth(this IServiceCollection services) => services
        .AddStoreCheck("main", isRequired: true, (provider, cancellation) => PingAsync(provider.GetRequiredService<NpgsqlDataSource>(), cancellation))
        .AddStoreCheck("stats", isRequired: false, (provider, cancellation) =>
            provider.GetKeyedService<NpgsqlDataSource>(StoresModule.Stats) is { } stats ? PingAsync(stats, cancellation) : null);

    /// <summary>Adds a store by its name. The Api is ready as long as every required store answers.</summary>
    /// <param name="probe">Asks the store something and throws when it does not answer; <c>null</c> when the store is not configured.</param>
    public static IServiceCollection AddStoreCheck(
        this IServiceCollection services, string name, bool isRequired, Func<IServiceProvider, CancellationToken, Task?> probe)
    {
        var failure = isRequired ? HealthStatus.Unhealthy : HealthStatus.Degraded;
        services.AddHealthChecks().Add(new HealthCheckRegistration(name, provider => new StoreCheck(provider, probe), failure, [], Timeout));
        return services;
    }

    public static void MapStoreHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => "live");
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static async Task PingAsync(NpgsqlDataSource store, CancellationToken cancellationToken)
    {
        await using var command = store.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancellationToken);
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status == HealthStatus.Unhealthy ? "not ready" : "ready",
        stores = report.Entries.Select(entry => new
        {
            name = entry.Key,
            status = entry.Value.Status == HealthStatus.Healthy ? entry.Value.Description ?? "up" : "away",
            milliseconds = Math.Round(entry.Value.Duration.TotalMilliseconds, 1),
        }),
    });

    private sealed class StoreCheck(IServiceProvider services, Func<IServiceProvider, CancellationToken, Task?> probe) : IHealthCheck
    {
        /// <summary>A failure is told to the log, in one line, and not to whoever asks.</summary>
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                if (probe(services, cancellationToken) is not { } answer) return HealthCheckResult.Healthy(NotConfigured);
                await answer.WaitAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception exception)
            {
                var reason = exception is OperationCanceledException ? $"nothing within {Timeout.TotalSeconds} s" : exception.Message;
                services.GetRequiredService<ILogger<StoreCheck>>().StoreAway(context.Registration.Name, reason);
                return new HealthCheckResult(context.Registration.FailureStatus);
            }
        }
    }
}
