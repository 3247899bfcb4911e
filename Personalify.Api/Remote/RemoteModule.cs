using Personalify.Api.Remote.Foreign;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Remote.Replication;

namespace Personalify.Api.Remote;

/// <summary>Node B: what is made on it, and what is read from it.</summary>
public static class RemoteModule
{
    public static IServiceCollection AddRemote(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<NodeBWatch>().AddHostedService<NodeBWatcher>().AddReplication(configuration);
        if (configuration.GetConnectionString("Stats") is { Length: > 0 }) services.AddSingleton<INodeBStep, NodeBMigrations>().AddSubscription();
        return services.AddForeignTables(configuration);
    }
}
