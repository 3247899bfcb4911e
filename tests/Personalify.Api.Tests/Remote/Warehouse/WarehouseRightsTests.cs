using Npgsql;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Warehouse;

/// <summary>The role of BI tools reads the star, and nothing else; who made it, and with what password, stays as it is.</summary>
public sealed class WarehouseRightsTests
{
    [StoreFact]
    public async Task The_role_reads_the_star_and_nothing_else()
    {
        await using var star = await StarDatabase.CreateAsync();
        Assert.Equal(["0"], await StarDatabase.ReadAsRoleAsync(star.Source, "SELECT count(*) FROM warehouse.fact_plays"));

        var readable = await StarDatabase.ReadAsRoleAsync(star.Source,
            """
            SELECT DISTINCT nspname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND relkind IN ('r', 'v', 'm', 'p', 'f', 'S')
                AND CASE relkind WHEN 'S' THEN has_sequence_privilege(pg_class.oid, 'SELECT, USAGE, UPDATE')
                    ELSE has_any_column_privilege(pg_class.oid, 'SELECT, INSERT, UPDATE, REFERENCES') OR has_table_privilege(pg_class.oid, 'DELETE, TRUNCATE, TRIGGER') END
            """);
        Assert.Equal(["warehouse"], readable);
        Assert.Equal(["False"], await StarDatabase.ReadAsRoleAsync(star.Source,
            "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = current_user"));
    }

    [StoreFact]
    public async Task Everything_else_is_refused()
    {
        string[] statements =
        [
            "SELECT * FROM public.users", "SELECT * FROM public.plays", "SELECT * FROM community.listeners",
            "SELECT * FROM public.migrations",
            "DELETE FROM warehouse.dim_user", "UPDATE warehouse.dim_user SET user_key = 2", "CREATE TABLE public.mine (id int)",
            "CREATE VIEW warehouse.mine AS SELECT 1", "CREATE TEMPORARY TABLE mine (id int)", "SELECT lo_create(0)",
            "SELECT lo_from_bytea(0, 'x')",
        ];
        await using var star = await StarDatabase.CreateAsync();
        foreach (var statement in statements)
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => StarDatabase.ReadAsRoleAsync(star.Source, statement));
            Assert.Equal((statement, PostgresErrorCodes.InsufficientPrivilege), (statement, refusal.SqlState));
        }
    }

    [StoreFact]
    public async Task Turned_off_nothing_is_left_to_it_and_turned_on_again_it_reads()
    {
        await using var star = await StarDatabase.CreateAsync();
        await star.PrepareAsync(isEnabled: false);
        await Assert.ThrowsAsync<PostgresException>(() => StarDatabase.ReadAsRoleAsync(star.Source, "SELECT * FROM warehouse.dim_user"));

        await star.PrepareAsync();
        Assert.Empty(await StarDatabase.ReadAsRoleAsync(star.Source, "SELECT * FROM warehouse.dim_user"));
    }

    [StoreFact]
    public async Task Databases_of_one_server_that_are_prepared_together_make_one_role_without_login()
    {
        await using var server = await OwnServer.StartAsync("stats");
        var databases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => server.CreateDatabaseAsync()));

        var stars = await Task.WhenAll(databases.Concat(databases[..2]).Select(StarDatabase.CreateAsync));

        foreach (var star in stars) Assert.Empty(await StarDatabase.ReadAsRoleAsync(star.Source, "SELECT * FROM warehouse.fact_plays"));
        Assert.Equal(["False"],
            await StarDatabase.ReadAsRoleAsync(stars[0].Source, "SELECT rolcanlogin FROM pg_roles WHERE rolname = current_user"));
        foreach (var star in stars) await star.DisposeAsync();
    }

    [StoreFact]
    public async Task A_role_that_is_there_keeps_its_login()
    {
        await using var server = await OwnServer.StartAsync("stats");
        var database = await server.CreateDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var made = source.CreateCommand($"CREATE ROLE {StarDatabase.Role} LOGIN PASSWORD 'of-the-operator'"))
            await made.ExecuteNonQueryAsync();
        await using var star = await StarDatabase.CreateAsync(database);

        var mine = new NpgsqlConnectionStringBuilder(star.ConnectionString) { Username = StarDatabase.Role, Password = "of-the-operator",
            Pooling = false };
        await using var connection = new NpgsqlConnection(mine.ConnectionString);
        await connection.OpenAsync();
        Assert.Equal([$"{StarDatabase.Role} | 0"],
            await StarDatabase.ReadAsync(connection, "SELECT current_user, count(*) FROM warehouse.dim_user"));
        Assert.Equal(["on"], await StarDatabase.ReadAsync(connection, "SHOW transaction_read_only"));
    }
}
