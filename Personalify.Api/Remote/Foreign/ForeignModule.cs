using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Remote.Tables;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Remote.Foreign;

/// <summary>What lets node A read node B through postgres_fdw.</summary>
internal static class ForeignModule
{
    /// <summary>Without a node B the fields and commands are there and say so.</summary>
    public static IServiceCollection AddForeignTables(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(RemoteOptions.Read(configuration)).AddSingleton<RemoteTableStore>().AddSingleton<RemoteRowStore>();
        services.AddSingleton(provider => ReadingOf(provider, StoresModule.Remote))
            .AddKeyedSingleton(StoresModule.RemoteTables, (provider, _) => ReadingOf(provider, StoresModule.RemoteTables));
        foreach (var command in RemoteCommands.All) services.AddCommand(command);
        return configuration.GetConnectionString("Stats") is { Length: > 0 }
            ? services.AddSingleton<NodeBReader>().AddSingleton<ForeignServer>().AddSingleton<ForeignSetup>()
                .AddSingleton<INodeBStep>(provider => provider.GetRequiredService<ForeignSetup>())
            : services;
    }

    private static RemoteReading ReadingOf(IServiceProvider provider, string key) =>
        new(provider.GetRequiredKeyedService<NpgsqlDataSource>(key), provider.GetRequiredService<NodeBWatch>());
}
