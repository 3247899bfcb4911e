using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;

namespace Personalify.Api.Remote.Replication;

/// <summary>Node B's side of the replication: its subscription, and the copies of node A's tables that it keeps.</summary>
public sealed class Subscription([FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats)
{
    /// <summary>A slot is made only when transactions that were open have ended, an import for example.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Large transactions are applied while they run, so little is left to do at their commit. synchronous_commit: a copy that node B takes
    /// for done and forgets when it is killed would never get on, because node A has given up its slot by then.
    /// </summary>
    private const string Options =
        "enabled = false, copy_data = true, binary = true, streaming = parallel, synchronous_commit = local, disable_on_error = false, "
        + "create_slot = true, slot_name = %I";

    public Task<long> FindSystemAsync(CancellationToken cancellationToken) =>
        ReadAsync<long>("SELECT system_identifier FROM pg_control_system()", cancellationToken);

    /// <summary>The subscriptions of this kind in this database; one at most, unless the operator made more.</summary>
    public Task<string[]> FindNamesAsync(CancellationToken cancellationToken) => ReadAsync<string[]>(
        """
        SELECT coalesce(array_agg(subname::text), '{}') FROM pg_subscription
        WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND starts_with(subname, $1)
        """, cancellationToken, NodeA.Prefix);

    /// <summary>Tables that it follows.</summary>
    public Task<string[]> FindTablesAsync(CancellationToken cancellationToken) => ReadAsync<string[]>(
        "SELECT coalesce(array_agg(relname::text ORDER BY relname), '{}') FROM pg_subscription_rel JOIN pg_class ON pg_class.oid = srrelid",
        cancellationToken);

    /// <summary>Where the subscription was told that node A is; null where it was not made to its end.</summary>
    public async Task<string?> FindAddressAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = stats.CreateCommand("SELECT address FROM community.subscriptions WHERE name = $1").With(name);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>
    /// Follows node A from now on, with a copy of what is there. The copies are emptied once the subscription is there, by which a refresh
    /// knows that they are not whole. The address is noted last, so a subscription without one was not made to its end.
    /// </summary>
    public async Task CreateAsync(string name, Subscriber subscriber, CancellationToken cancellationToken)
    {
        await FormatAsync(
            $"SELECT format('CREATE SUBSCRIPTION %I CONNECTION %L PUBLICATION %I WITH ({Options})', $1::text, $2::text, $3::text, $1::text)",
            cancellationToken, name, subscriber.Connection, NodeA.Publication);
        await EmptyAsync(cancellationToken);
        await FormatAsync("SELECT format('ALTER SUBSCRIPTION %I ENABLE', $1::text)", cancellationToken, name);
        await RememberAsync(name, subscriber, cancellationToken);
    }

    /// <summary>Goes on at another address, or with another password.</summary>
    public async Task MoveAsync(string name, Subscriber subscriber, CancellationToken cancellationToken)
    {
        await FormatAsync(
            "SELECT format('ALTER SUBSCRIPTION %I CONNECTION %L', $1::text, $2::text)", cancellationToken, name, subscriber.Connection);
        await RememberAsync(name, subscriber, cancellationToken);
    }

    /// <summary>Follows tables that the publication got since.</summary>
    public Task ExtendAsync(string name, CancellationToken cancellationToken) =>
        FormatAsync("SELECT format('ALTER SUBSCRIPTION %I REFRESH PUBLICATION', $1::text)", cancellationToken, name);

    /// <summary>Ends it without a word to node A, whose slot goes by itself.</summary>
    public async Task DropAsync(string name, CancellationToken cancellationToken)
    {
        await FormatAsync("SELECT format('ALTER SUBSCRIPTION %I DISABLE', $1::text)", cancellationToken, name);
        await FormatAsync("SELECT format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', $1::text)", cancellationToken, name);
        await FormatAsync("SELECT format('DROP SUBSCRIPTION %I', $1::text)", cancellationToken, name);
        await ExecuteAsync("DELETE FROM community.subscriptions", cancellationToken);
    }

    /// <summary>The figures follow at the next refresh.</summary>
    private Task EmptyAsync(CancellationToken cancellationToken) => ExecuteAsync(
        "TRUNCATE users, artists, albums, tracks, plays, spotify_artists, spotify_albums, spotify_tracks", cancellationToken);

    private async Task RememberAsync(string name, Subscriber subscriber, CancellationToken cancellationToken)
    {
        await using var command = stats.CreateCommand(
            "INSERT INTO community.subscriptions (name, address) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET address = excluded.address");
        await command.With(name, subscriber.Address).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs a statement that takes no parameters; the server quotes what is put into it.</summary>
    private async Task FormatAsync(string sql, CancellationToken cancellationToken, params object[] values) =>
        await ExecuteAsync(await ReadAsync<string>(sql, cancellationToken, values), cancellationToken);

    private async Task<T> ReadAsync<T>(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = stats.CreateCommand(sql).With(values);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = stats.CreateCommand(sql);
        command.CommandTimeout = (int)Limit.TotalSeconds;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
