using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Remote.Foreign;
using Personalify.Api.Remote.NodeB;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Foreign;

public sealed class ForeignSetupTests : IAsyncLifetime
{
    private const string Sample = "SELECT u.display_name, d.name AS remote_note FROM users u JOIN dummy_data d ON u.id = d.id";
    private const string Explained = "EXPLAIN VERBOSE SELECT * FROM dummy_data";

    private RemoteHome _home = null!;

    public async Task InitializeAsync() => _home = await RemoteHome.StartAsync();

    public Task DisposeAsync() => _home.DisposeAsync().AsTask();

    [StoreFact]
    public async Task The_sample_statements_run_on_node_A_as_they_stand()
    {
        Assert.Equal(["ada|Remote data 1", "bob|Remote data 2"], (await ReadAsync(Sample)).Order());
        Assert.Contains(await ReadAsync(Explained), line => line.Trim() == "Remote SQL: SELECT id, name FROM public.dummy_data");
    }

    [PsqlFact]
    public async Task They_run_in_psql_too()
    {
        Assert.Equal(["ada|Remote data 1", "bob|Remote data 2"],
            (await PsqlFactAttribute.RunAsync(_home.Application.ConnectionString, Sample)).Order());
        Assert.Contains(
            await PsqlFactAttribute.RunAsync(_home.Application.ConnectionString, Explained),
            line => line.Trim() == "Remote SQL: SELECT id, name FROM public.dummy_data");
    }

    [StoreFact]
    public async Task The_reader_may_read_what_it_was_granted_and_nothing_else()
    {
        await _home.ExecuteOnBAsync("CREATE TABLE secret (id int PRIMARY KEY)");
        await _home.Application.Services.GetRequiredService<ForeignSetup>().RunAsync(default);
        Assert.Equal(["dummy_data"],
            await ReadAsync("SELECT relname FROM pg_class WHERE relnamespace = 'remote'::regnamespace AND relkind = 'f'"));

        await using var asReader = NpgsqlDataSource.Create(await ReaderAsync());
        Assert.Equal("Remote data 1", await ReadAsync<string>(asReader, "SELECT name FROM dummy_data WHERE id = 1"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(asReader, "SELECT FROM secret"));
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, await RefusalAsync(asReader, "DELETE FROM dummy_data"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(asReader, "BEGIN READ WRITE; DELETE FROM dummy_data"));
        Assert.False(await ReadAsync<bool>(asReader, "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = current_user"));
    }

    [StoreFact]
    public async Task Node_A_does_not_change_what_it_reads() =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(_home.NodeA, "DELETE FROM remote.dummy_data"));

    [StoreFact]
    public async Task A_second_run_changes_nothing()
    {
        const string state =
            """
            SELECT concat_ws(' ', (SELECT xmin FROM pg_foreign_server), (SELECT xmin FROM pg_user_mapping), (SELECT xmin FROM pg_class WHERE oid = 'remote.dummy_data'::regclass),
                (SELECT string_agg(xmin::text, ' ') FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())))
            """;
        var before = await _home.ReadOnAAsync<string>(state);
        await _home.Application.Services.GetRequiredService<ForeignSetup>().RunAsync(default);
        Assert.Equal(before, await _home.ReadOnAAsync<string>(state));
    }

    [StoreFact]
    public async Task Options_that_the_operator_has_added_stay_and_those_that_matter_come_back()
    {
        await ExecuteOnAAsync("ALTER SERVER stats_node OPTIONS (SET fetch_size '7', DROP connect_timeout, ADD sslmode 'prefer')");
        await _home.Application.Services.GetRequiredService<ForeignSetup>().RunAsync(default);
        var options = await _home.ReadOnAAsync<string[]>("SELECT srvoptions FROM pg_foreign_server WHERE srvname = 'stats_node'");
        Assert.Superset(
            new HashSet<string> { "fetch_size=200", "connect_timeout=2", "sslmode=prefer", "use_remote_estimate=true",
                "async_capable=true", "updatable=false", "tcp_user_timeout=2000" },
            options.ToHashSet());
    }

    [StoreFact]
    public async Task A_reader_whose_password_was_changed_gets_another()
    {
        var user = new NpgsqlConnectionStringBuilder(await ReaderAsync()).Username;
        await _home.ExecuteOnBAsync($"ALTER ROLE {user} PASSWORD 'another'");
        await _home.Application.Services.GetRequiredService<ForeignSetup>().RunAsync(default);
        Assert.Equal(2, (await ReadAsync(Sample)).Count);
    }

    [StoreFact]
    public async Task A_table_that_has_changed_is_imported_anew()
    {
        await _home.ExecuteOnBAsync("ALTER TABLE dummy_data ADD COLUMN note text DEFAULT 'new'");
        await _home.Application.Services.GetRequiredService<ForeignSetup>().RunAsync(default);
        Assert.Equal("new", await _home.ReadOnAAsync<string>("SELECT note FROM dummy_data WHERE id = 1"));
    }

    [StoreFact]
    public async Task Figures_of_the_community_are_imported_into_a_schema_of_their_own_without_what_one_listener_heard()
    {
        await _home.ExecuteOnBAsync("INSERT INTO community.artists (id, name, listeners, plays, milliseconds) VALUES (1, 'Mara Quill', 3, 7, 8)");
        Assert.Equal(7, await _home.ReadOnAAsync<long>("SELECT plays FROM remote_community.artists WHERE id = 1"));
        Assert.Equal(
            ["artists", "days", "genres", "listeners", "months", "refreshes", "tracks"],
            await ReadAsync("SELECT relname FROM pg_class WHERE relnamespace = 'remote_community'::regnamespace AND relkind = 'f' ORDER BY 1"));
        await using var asReader = NpgsqlDataSource.Create(await ReaderAsync());
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(asReader, "SELECT FROM community.listener_tracks"));

        var tables = (await _home.Admin.QueryAsync("{ remote { tables { nodes { name } } } }"))
            .GetProperty("remote").GetProperty("tables").GetProperty("nodes");
        Assert.Equal("dummy_data", Assert.Single(tables.EnumerateArray()).GetProperty("name").GetString());
    }

    [StoreFact]
    public async Task A_table_that_node_A_cannot_have_is_named_and_the_others_are_there()
    {
        await _home.ExecuteOnBAsync(
            "CREATE TYPE mood AS ENUM ('good'); CREATE TABLE moods (id int, mood mood); CREATE TABLE other (id int)");
        var setup = _home.Application.Services.GetRequiredService<ForeignSetup>();
        var failure = await Assert.ThrowsAsync<NodeBException>(() => setup.ImportAsync(["moods", "other"], default));
        Assert.StartsWith("The table moods of node B could not be imported into remote, and what was there is as it was: type \"public.mood\" does not exist", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _home.ReadOnAAsync<long>("SELECT count(*) FROM other"));
    }

    [StoreFact]
    public async Task Without_rights_on_node_A_it_is_said_what_a_superuser_does_and_all_else_works()
    {
        await using var stats = await TestDatabase.CreateOnStatsAsync();
        await using var main = await Data.MigratedDatabase.CreateAsync();
        var role = $"plain_{Guid.NewGuid():N}";
        await using (var superuser = NpgsqlDataSource.Create(main.ConnectionString))
        await using (var command = superuser.CreateCommand($"CREATE ROLE {role} LOGIN PASSWORD 'plain' IN ROLE pg_read_all_data, pg_write_all_data; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}; GRANT CREATE ON SCHEMA public TO {role}"))
            await command.ExecuteNonQueryAsync();
        var plain = new NpgsqlConnectionStringBuilder(main.ConnectionString) { Username = role, Password = "plain" }.ConnectionString;
        await using var application = await PersonalifyApplication.StartAsync(("ConnectionStrings:Main", plain),
            ("ConnectionStrings:Stats", stats.ConnectionString));
        var watch = application.Services.GetRequiredService<NodeBWatch>();
        await Eventually.IsTrueAsync(() => watch.Status.Reason is not null, "node B was looked at");
        Assert.Equal(NodeBState.Preparing, watch.Status.State);
        Assert.Contains(
            $"CREATE EXTENSION IF NOT EXISTS postgres_fdw; GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO {role}; GRANT CREATE ON DATABASE {main.Name} TO {role}",
            watch.Status.Reason, StringComparison.Ordinal);
        using var client = application.Connect();
        Assert.True((await client.QueryAsync("{ server { needsFirstAccount } }")).GetProperty("server").GetProperty(
            "needsFirstAccount").GetBoolean());
    }

    /// <summary>As whom node A reads node B.</summary>
    private async Task<string> ReaderAsync()
    {
        var options = (await _home.ReadOnAAsync<string[]>("SELECT umoptions FROM pg_user_mappings WHERE srvname = 'stats_node'"))
            .Select(option => option.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new NpgsqlConnectionStringBuilder(_home.NodeBAddress) { Username = options["user"], Password = options["password"],
            Pooling = false }.ConnectionString;
    }

    private async Task ExecuteOnAAsync(string sql)
    {
        await using var command = _home.NodeA.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var command = _home.NodeA.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return lines;
    }

    private static async Task<T> ReadAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> RefusalAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }
}
