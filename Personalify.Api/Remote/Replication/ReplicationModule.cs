using Personalify.Api.Remote.Figures;
using Personalify.Api.Remote.NodeB;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Remote.Replication;

/// <summary>What makes node B follow node A, and the figures that are kept of what arrives.</summary>
internal static class ReplicationModule
{
    /// <summary>What is there with or without a node B.</summary>
    public static IServiceCollection AddReplication(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<ReplicationOptions>(configuration.GetSection("Replication"))
        .AddSingleton<NodeA>()
        .AddSingleton<SlotWatch>()
        .AddSingleton<ReplicationStatus>()
        .AddHostedService<SlotWatcher>()
        .AddCommand(ReplicationCommands.Resync)
        .AddCommand(ReplicationCommands.Verify)
        .AddCommand(ReplicationCommands.Unsubscribe);

    public static IServiceCollection AddSubscription(this IServiceCollection services) => services
        .AddSingleton<Subscription>()
        .AddSingleton<ReplicationLock>()
        .AddSingleton<ReplicationStep>()
        .AddSingleton<INodeBStep>(provider => provider.GetRequiredService<ReplicationStep>())
        .AddSingleton<FiguresStore>()
        .AddSingleton<FiguresVerifier>()
        .AddSingleton<CaughtUp>()
        .AddHostedService<FiguresWorker>();
}
