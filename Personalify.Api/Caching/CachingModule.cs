using Personalify.Api.Hosting;

namespace Personalify.Api.Caching;

/// <summary>The cache behind the DataLoaders: Redis where it is configured, otherwise this process.</summary>
public static class CachingModule
{
    public static IServiceCollection AddCaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStoreCheck("redis", isRequired: false, (provider, cancellation) => provider.GetService<RedisGate>() is { } gate ? AskAsync(gate, cancellation) : null);
        return configuration.GetConnectionString("Redis") is { Length: > 0 } redis ? services.AddRedisCache(redis) : services.AddProcessCache();
    }

    private static IServiceCollection AddRedisCache(this IServiceCollection services, string connectionString)
    {
        var options = RedisOptions.Parse(connectionString);
        services.AddSingleton(provider => new RedisGate(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RedisGate>>()));
        return services.AddHostedService<RedisHeartbeat>().AddSingleton<IEntityCache, RedisEntityCache>();
    }

    private static IServiceCollection AddProcessCache(this IServiceCollection services) =>
        services.AddSingleton<IEntityCache>(provider =>
        {
            provider.GetRequiredService<ILogger<ProcessEntityCache>>().CachedInProcess(ProcessEntityCache.MaxEntries);
            return new ProcessEntityCache();
        });

    private static async Task AskAsync(RedisGate gate, CancellationToken cancellationToken)
    {
        if (!await gate.PingAsync(cancellationToken)) throw new InvalidOperationException("Redis does not answer. Entities come from PostgreSQL until it does.");
    }
}
