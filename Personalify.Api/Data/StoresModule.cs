using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Data;

/// <summary>Registers the Postgres stores: main (the record) and, where configured, stats.</summary>
public static class StoresModule
{
    /// <summary>The key of the data source of the stats node; registered only when <c>ConnectionStrings:Stats</c> is set.</summary>
    public const string Stats = "stats";

    /// <summary>
    /// The key of the data source for lookups of sessions: a few connections to main that know their statement already and keep nothing
    /// from one use to the next, so nothing has to be reset in between.
    /// </summary>
    public const string Sessions = "sessions";

    /// <summary>How many connections look up sessions.</summary>
    public const int SessionConnections = 2;

    /// <summary>
    /// The key of the data source for statements of node A that read node B through foreign tables. A node B that hangs holds these few
    /// connections and none of those that everything else needs.
    /// </summary>
    public const string Remote = "remote";

    /// <summary>How many connections read what listeners see of node B, such as the community.</summary>
    public const int RemoteConnections = 4;

    /// <summary>
    /// The key of the data source for the tables that administrators read: they may be large and slow, and hold none of the connections
    /// from which listeners read.
    /// </summary>
    public const string RemoteTables = "remote-tables";

    /// <summary>How many connections read the tables of administrators.</summary>
    public const int RemoteTablesConnections = 3;

    /// <summary>After which time node A itself ends a statement that reads foreign tables.</summary>
    public const int RemoteStatementMilliseconds = 300;

    public static IServiceCollection AddStores(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        // Npgsql reports every command as information; that is detail, and appsettings can ask for it.
        services.AddLogging(logging => logging.AddFilter("Npgsql.Command", LogLevel.Warning));
        services.AddSingleton(provider => OpenMain(configuration, provider.GetRequiredService<ILoggerFactory>()));
        services.AddKeyedSingleton(Sessions, (provider, _) => Open(
            Sessions, ForSessions(MainOf(configuration)), provider.GetRequiredService<ILoggerFactory>()));
        services.AddKeyedSingleton(Remote, (provider, _) => Open(
            Remote, ForRemote(MainOf(configuration), RemoteConnections), provider.GetRequiredService<ILoggerFactory>()));
        services.AddKeyedSingleton(RemoteTables, (provider, _) => Open(
            RemoteTables, ForRemote(MainOf(configuration), RemoteTablesConnections), provider.GetRequiredService<ILoggerFactory>()));
        if (configuration.GetConnectionString("Stats") is { Length: > 0 } stats)
        {
            services.AddKeyedSingleton(Stats, (provider, _) => Open(Stats, stats, provider.GetRequiredService<ILoggerFactory>()));
        }

        services.AddPooledDbContextFactory<PersonalifyDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        services.AddSingleton(_ => Migration.ReadAll(typeof(StoresModule).Assembly));
        services.AddSingleton<MigrationRunner>();
        services.AddHostedService<MigrationsAtStart>();
        return services.AddCommand(MigrateCommand.Command);
    }

    /// <summary>Called when the store is first needed, so that a command that needs none (exporting the schema) runs without it.</summary>
    private static NpgsqlDataSource OpenMain(IConfiguration configuration, ILoggerFactory loggers) =>
        Open("main", MainOf(configuration), loggers);

    private static string ForSessions(string main) => new NpgsqlConnectionStringBuilder(main)
    {
        MinPoolSize = 0, MaxPoolSize = SessionConnections, NoResetOnClose = true, MaxAutoPrepare = 2, AutoPrepareMinUsages = 2,
    }.ConnectionString;

    /// <summary>
    /// A statement that is cancelled gives its connection up at once (Cancellation Timeout): postgres_fdw waits up to 30 seconds for node B
    /// to confirm that it has stopped. Sorting is left to node B, however few rows it believes that it has. No statement
    /// is kept prepared: one that fails while it is being prepared leaves the connection unfit for the next.
    /// </summary>
    private static string ForRemote(string main, int connections)
    {
        var builder = new NpgsqlConnectionStringBuilder(main)
        {
            MinPoolSize = 0, MaxPoolSize = connections, CommandTimeout = 0, CancellationTimeout = -1, Timezone = "UTC",
            Multiplexing = false,
        };
        var limit = RemoteStatementMilliseconds.ToString(CultureInfo.InvariantCulture);
        builder.Options = ($"{builder.Options} -c statement_timeout={limit} -c default_transaction_read_only=on -c datestyle=ISO"
            + " -c enable_sort=off -c enable_incremental_sort=off").Trim();
        return builder.ConnectionString;
    }

    private static string MainOf(IConfiguration configuration) =>
        configuration.GetConnectionString("Main") is { Length: > 0 } main
            ? main
            : throw new InvalidOperationException(
                "There is no connection string for the main store. Set ConnectionStrings__Main, for example to " +
                "\"Host=127.0.0.1;Port=5432;Database=personalify;Username=personalify;Password=…\".");

    /// <param name="name">Stands in metrics for the connection string, which is not for everybody's eyes.</param>
    private static NpgsqlDataSource Open(string name, string connectionString, ILoggerFactory loggers) =>
        new NpgsqlDataSourceBuilder(connectionString) { Name = name }.UseLoggerFactory(loggers).Build();
}
