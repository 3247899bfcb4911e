using Npgsql;
using Personalify.Api.Hosting;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Sync.History;

/// <summary>The history of synchronizations: in MongoDB where <c>ConnectionStrings:Mongo</c> is set, otherwise in PostgreSQL.</summary>
public static class SyncHistoryModule
{
    public static IServiceCollection AddSyncHistory(this IServiceCollection services, IConfiguration configuration)
    {
        var options = SyncHistoryOptions.Read(configuration);
        services.AddSingleton(options).AddSingleton<PostgresSyncHistory>();
        if (configuration.GetConnectionString("Mongo") is { Length: > 0 } mongo)
        {
            // Made at once, so that a connection string that is none stops the start with a sentence; nothing is connected by it.
            var history = new MongoSyncHistory(mongo, options);
            services.AddSingleton(history).AddSingleton<ISyncHistory>(history);
        }
        else
        {
            services.AddSingleton<ISyncHistory>(provider => provider.GetRequiredService<PostgresSyncHistory>());
        }

        return services
            .AddStoreCheck("mongo", isRequired: false, (provider, cancellation) =>
                provider.GetService<MongoSyncHistory>() is { } found ? AskAsync(found, cancellation) : null)
            .AddHostedService<SyncHistoryKeeper>()
            .AddSingleton<Access.Connections.ISpotifyData, SyncHistoryData>()
            .AddCommand(MoveCommand.Command);
    }

    private static async Task AskAsync(MongoSyncHistory history, CancellationToken cancellationToken)
    {
        if (!await history.PingAsync(cancellationToken))
            throw new InvalidOperationException("MongoDB does not answer. The sync history is away until it does.");
    }
}
