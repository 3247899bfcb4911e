using Personalify.Api.Hosting;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.Api.Caching;

/// <summary>
/// The cache behind the DataLoaders, and the topics of subscriptions: by Redis for all processes where it is configured, otherwise for
/// this process.
/// </summary>
public static class CachingModule
{
    public static IServiceCollection AddCaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new InMemoryTopicBroker());
        services.AddStoreCheck("redis", isRequired: false, (provider, cancellation) => provider.GetService<RedisGate>() is { } gate ? AskAsync(gate, cancellation) : null);
        return configuration.GetConnectionString("Redis") is { Length: > 0 } redis ? services.AddRedisCache(redis) : services.AddProcessCache();
    }

    private static IServiceCollection AddRedisCache(this IServiceCollection services, string connectionString)
    {
        var options = RedisOptions.Parse(connectionString);
        services.AddSingleton(provider => new RedisGate(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RedisGate>>()));
        return services.AddHostedService<RedisHeartbeat>().AddSingleton<IEntityCache, RedisEntityCache>()
            .AddSingleton<RedisTopicBroker>().AddTopics<RedisTopicBroker>();
    }

    private static IServiceCollection AddProcessCache(this IServiceCollection services) => services.AddTopics<InMemoryTopicBroker>()
        .AddSingleton<IEntityCache>(provider =>
        {
            provider.GetRequiredService<ILogger<ProcessEntityCache>>().CachedInProcess(ProcessEntityCache.MaxEntries);
            return new ProcessEntityCache();
        });

    private static IServiceCollection AddTopics<TBroker>(this IServiceCollection services)
        where TBroker : class, ITopicEventSender, ITopicEventReceiver => services
        .AddSingleton<ITopicEventSender>(provider => provider.GetRequiredService<TBroker>())
        .AddSingleton<ITopicEventReceiver>(provider => provider.GetRequiredService<TBroker>());

    private static async Task AskAsync(RedisGate gate, CancellationToken cancellationToken)
    {
        if (!await gate.PingAsync(cancellationToken)) throw new InvalidOperationException("Redis does not answer. Entities come from PostgreSQL until it does.");
    }
}
