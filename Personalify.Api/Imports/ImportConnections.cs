using Npgsql;

namespace Personalify.Api.Imports;

/// <summary>
/// Connections for imports: without a pool, so that closing one ends its session with its locks and temporary tables at once, and without
/// a limit on a statement's time, since a large history takes what it takes.
/// </summary>
public sealed class ImportConnections(IConfiguration configuration, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly Lazy<NpgsqlDataSource> _source = new(() => new NpgsqlDataSourceBuilder(
        new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Main")) { Pooling = false, CommandTimeout = 0 }.ConnectionString)
        .UseLoggerFactory(loggers).Build());

    public NpgsqlDataSource Source => _source.Value;

    public ValueTask DisposeAsync() => _source.IsValueCreated ? _source.Value.DisposeAsync() : ValueTask.CompletedTask;
}
