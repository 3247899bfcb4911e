using Personalify.Api.Remote.Foreign;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote;

/// <summary>Node B: what is made on it, and what is read from it.</summary>
public static class RemoteModule
{
    public static IServiceCollection AddRemote(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<NodeBWatch>().AddHostedService<NodeBWatcher>();
        if (configuration.GetConnectionString("Stats") is { Length: > 0 }) services.AddSingleton<INodeBStep, NodeBMigrations>();
        return services.AddForeignTables(configuration);
    }
}
