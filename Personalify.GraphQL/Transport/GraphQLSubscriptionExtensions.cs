using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Transport;

/// <summary>Registers what subscriptions need. Hot Chocolate's names.</summary>
public static class GraphQLSubscriptionExtensions
{
    /// <summary>Lets topics be sent and subscribed to within this process. For several processes register a broker that connects them.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="options">What a slow subscriber keeps; the defaults when <c>null</c>.</param>
    public static IGraphQLBuilder AddInMemorySubscriptions(this IGraphQLBuilder builder, SubscriptionOptions? options = null)
    {
        builder.Services.TryAddSingleton(new InMemoryTopicBroker(options));
        builder.Services.TryAddSingleton<ITopicEventSender>(services => services.GetRequiredService<InMemoryTopicBroker>());
        builder.Services.TryAddSingleton<ITopicEventReceiver>(services => services.GetRequiredService<InMemoryTopicBroker>());
        return builder;
    }

    /// <summary>Takes part in the life of every socket; interceptors are asked in the order of registration.</summary>
    public static IGraphQLBuilder AddSocketSessionInterceptor<T>(this IGraphQLBuilder builder)
        where T : SocketSessionInterceptor
    {
        builder.Services.AddSingleton<SocketSessionInterceptor, T>();
        return builder;
    }
}
