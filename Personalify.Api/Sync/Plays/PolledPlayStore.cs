using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Imports;

namespace Personalify.Api.Sync.Plays;

/// <summary>What the table <c>polled_plays</c> knows before a poll is written.</summary>
internal sealed class PolledPlayStore(NpgsqlDataSource main)
{
    /// <summary>The time of the last play that Spotify told of this account; null before the first.</summary>
    public async Task<DateTimeOffset?> FindLastAsync(SpotifyConnection connection, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(PolledPlaySql.Last).With(connection.UserId, connection.AccountId);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime last ? last : null;
    }

    /// <summary>The plays that are not there yet.</summary>
    public async Task<IReadOnlyList<PolledPlay>> FindNewAsync(
        int userId, IReadOnlyList<PolledPlay> plays, CancellationToken cancellationToken)
    {
        if (plays.Count == 0) return [];
        await using var command = main.CreateCommand(PolledPlaySql.New).With([userId, .. PolledPlaySql.Keys(plays)]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<PolledPlay>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(plays[(int)reader.GetInt64(0) - 1]);
        return found;
    }
}
