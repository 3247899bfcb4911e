using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Personalify.Api.Data;
using Personalify.Testing;

namespace Personalify.Api.Tests.Data;

/// <summary>A database in the shape that this version needs, empty. Migrated once a run, copied for each test class.</summary>
public static class MigratedDatabase
{
    private static readonly DatabaseTemplate Template = new(async connectionString =>
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await RunnerOn(source).RunAsync(CancellationToken.None);
    });

    public static Task<TestDatabase> CreateAsync() => Template.CreateDatabaseAsync();

    internal static MigrationRunner RunnerOn(NpgsqlDataSource source, IReadOnlyList<Migration>? migrations = null) => new(
        source, TimeProvider.System, NullLogger<MigrationRunner>.Instance, migrations ?? Migration.ReadAll(typeof(Migration).Assembly));
}
