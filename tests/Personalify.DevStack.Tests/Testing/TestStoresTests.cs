using Npgsql;
using Personalify.Testing;
using StackExchange.Redis;

namespace Personalify.DevStack.Tests.Testing;

public sealed class TestStoresTests
{
    [StoreFact]
    public async Task A_template_is_prepared_once_and_copied_for_every_database()
    {
        var preparations = 0;
        var template = new DatabaseTemplate(async connection =>
        {
            preparations++;
            await ExecuteAsync(connection, "CREATE TABLE words (word text); INSERT INTO words VALUES ('Ångström')");
        });
        await using var first = await template.CreateDatabaseAsync();
        await ExecuteAsync(first.ConnectionString, "DELETE FROM words");
        await using var second = await template.CreateDatabaseAsync();
        Assert.Equal("ångström", await ExecuteAsync(second.ConnectionString, "SELECT lower(word) FROM words"));
        Assert.Equal(1, preparations);
    }

    [StoreFact]
    public async Task A_database_is_gone_when_its_tests_are_done()
    {
        var database = await TestDatabase.CreateAsync();
        await ExecuteAsync(database.ConnectionString, "SELECT 1");
        await database.DisposeAsync();
        await using var server = await TestDatabase.CreateAsync();
        Assert.Equal(0L, await ExecuteAsync(server.ConnectionString, $"SELECT count(*) FROM pg_database WHERE datname = '{database.Name}'"));
    }

    [StoreFact]
    public async Task Node_B_is_a_server_of_its_own()
    {
        await using var main = await TestDatabase.CreateAsync();
        await using var stats = await TestDatabase.CreateOnStatsAsync();
        const string identity = "SELECT system_identifier FROM pg_control_system()";
        Assert.NotEqual(await ExecuteAsync(main.ConnectionString, identity), await ExecuteAsync(stats.ConnectionString, identity));
    }

    [StoreFact]
    public async Task Two_test_classes_do_not_see_each_others_keys()
    {
        await using var mine = await TestRedis.CreateAsync();
        await using var theirs = await TestRedis.CreateAsync();
        using var client = await ConnectionMultiplexer.ConnectAsync(mine.ConnectionString);
        await client.GetDatabase().StringSetAsync("artist:1", "mine");
        Assert.Equal("mine", await (await mine.DatabaseAsync()).StringGetAsync("artist:1"));
        Assert.True((await (await theirs.DatabaseAsync()).StringGetAsync("artist:1")).IsNull);
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
