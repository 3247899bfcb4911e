using Personalify.Api.Remote.Foreign;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Remote.Replication;
using Personalify.Api.Remote.Warehouse;

namespace Personalify.Api.Remote;

/// <summary>Node B: what is made on it, and what is read from it.</summary>
public static class RemoteModule
{
    public static IServiceCollection AddRemote(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<NodeBWatch>().AddHostedService<NodeBWatcher>().AddReplication(configuration);
        if (configuration.GetConnectionString("Stats") is { Length: > 0 })
        {
            services.AddSingleton<INodeBStep, NodeBMigrations>()
                .Configure<WarehouseOptions>(configuration.GetSection("Warehouse")).AddSingleton<INodeBStep, WarehouseStep>()
                .AddSubscription();
        }

        return services.AddForeignTables(configuration);
    }
}
