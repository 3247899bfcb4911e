using Npgsql;

namespace Personalify.Testing;

/// <summary>A database that is prepared once, by migrations for example, and copied for every test class.</summary>
/// <param name="prepare">Is given the connection string of an empty database.</param>
public sealed class DatabaseTemplate(Func<string, Task> prepare)
{
    private readonly Lazy<Task<TestDatabase>> _template = new(() => PrepareAsync(prepare));

    public async Task<TestDatabase> CreateDatabaseAsync() =>
        await TestDatabase.CreateOnAsync(await TestServers.MainAsync(), (await _template.Value).Name);

    // Without a pool, because PostgreSQL copies only a database to which nobody is connected.
    private static async Task<TestDatabase> PrepareAsync(Func<string, Task> prepare)
    {
        var template = await TestDatabase.CreateAsync();
        await prepare(new NpgsqlConnectionStringBuilder(template.ConnectionString) { Pooling = false }.ConnectionString);
        return template;
    }
}
