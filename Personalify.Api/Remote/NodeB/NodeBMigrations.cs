using Npgsql;
using Personalify.Api.Data;

namespace Personalify.Api.Remote.NodeB;

/// <summary>Brings node B to the shape that this version needs, as <see cref="MigrationsAtStart"/> does for node A.</summary>
internal sealed class NodeBMigrations(
    [FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats, TimeProvider time, ILogger<MigrationRunner> log) : INodeBStep
{
    private readonly MigrationRunner _runner =
        new(stats, time, log, Migration.ReadAll(typeof(NodeBMigrations).Assembly, Migration.Stats));

    public Task RunAsync(CancellationToken cancellationToken) => _runner.RunAsync(cancellationToken);
}
