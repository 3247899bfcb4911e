using Personalify.Api.Remote.Figures;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Replication;

/// <summary>What makes node B follow node A, and the figures that are kept of what arrives.</summary>
internal static class ReplicationModule
{
    public static IServiceCollection AddReplication(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<ReplicationOptions>(configuration.GetSection("Replication"))
        .AddSingleton<NodeA>()
        .AddSingleton<Subscription>()
        .AddSingleton<ReplicationLock>()
        .AddSingleton<ReplicationStep>()
        .AddSingleton<INodeBStep>(provider => provider.GetRequiredService<ReplicationStep>())
        .AddSingleton<FiguresStore>()
        .AddHostedService<FiguresWorker>();
}
