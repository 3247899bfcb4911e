using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Catalog.Enrichment;

/// <summary>The queue: the tables <c>spotify_wanted</c> and <c>spotify_turns</c>.</summary>
internal sealed class WantedStore(NpgsqlDataSource main, TimeProvider clock)
{
    /// <summary>As long as a description is taken for current.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const int ListenersAtOnce = 500;
    private const int MostOfAKind = 1_000;

    /// <summary>Longer than one question can take.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(15);

    private DateTimeOffset Now => clock.GetUtcNow();

    private DateTimeOffset GoodSince => Now - Lifetime;

    /// <summary>Connected listeners, those first who were served longest ago.</summary>
    public async Task<IReadOnlyList<ListenerTurn>> TurnsAsync(CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(WantedSql.Turns).With(ListenersAtOnce, Now);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var turns = new List<ListenerTurn>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var refreshed = reader.IsDBNull(2) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(2);
            turns.Add(new ListenerTurn(reader.GetInt32(0), reader.GetString(1), refreshed));
        }

        return turns;
    }

    /// <summary>Makes a listener's part of the queue anew from their plays.</summary>
    public async Task RefreshAsync(int userId, CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch(); // one transaction
        batch.BatchCommands.Add(Of(WantedSql.Clear, userId, Now));
        batch.BatchCommands.Add(Of(WantedSql.Fill, userId, Now, GoodSince, MostOfAKind));
        batch.BatchCommands.Add(Of(WantedSql.Refreshed, userId, Now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The entry with the most plays of which Spotify has said nothing; no other process gets it meanwhile.</summary>
    public async Task<Wanted?> ClaimAsync(int userId, IEnumerable<WantedKind> kinds, CancellationToken cancellationToken)
    {
        string[] words = [.. kinds.Select(kind => kind.Word())];
        await using var command = main.CreateCommand(WantedSql.Claim).With(userId, words, Now, Now + Hold, GoodSince);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Wanted(userId, Enum.Parse<WantedKind>(reader.GetString(0), ignoreCase: true), reader.GetString(1))
            : null;
    }

    public Task ServedAsync(int userId, CancellationToken cancellationToken) =>
        ExecuteAsync(WantedSql.Served, cancellationToken, userId, Now);

    public Task ReleaseAsync(Wanted wanted, CancellationToken cancellationToken) =>
        ExecuteAsync(WantedSql.Release, cancellationToken, wanted.UserId, wanted.Kind.Word(), wanted.SpotifyId);

    public Task RemoveAsync(Wanted wanted, CancellationToken cancellationToken) =>
        ExecuteAsync(WantedSql.Remove, cancellationToken, wanted.UserId, wanted.Kind.Word(), wanted.SpotifyId);

    /// <summary>What a track that was described leads to.</summary>
    public Task FollowAsync(Wanted track, string saidId, CancellationToken cancellationToken) =>
        ExecuteAsync(WantedSql.Follow, cancellationToken, track.UserId, track.SpotifyId, saidId, Now, GoodSince);

    private static NpgsqlBatchCommand Of(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = main.CreateCommand(sql).With(values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
