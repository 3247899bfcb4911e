using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>
/// Finds sessions together with their users, so that an answer about oneself needs no second question. Lookups that come while others are
/// under way travel together in the next statement: each takes part only in a statement that began after it came, so it sees every session
/// that had ended before, exactly as a statement of its own would, and nothing is remembered.
/// </summary>
public sealed class SessionLookups([FromKeyedServices(StoresModule.Sessions)] NpgsqlDataSource main, TimeProvider time)
{
    private const int StatementsAtOnce = StoresModule.SessionConnections;
    private const int MostTogether = 100;

    private const string Find =
        """
        SELECT hash, expires_at, users.id, spotify_id, name, display_name, role, time_zone, is_demo, has_password, image_url, users.created_at,
            is_in_community
        FROM tokens JOIN users ON users.id = user_id
        WHERE hash = ANY ($1) AND kind = 'SESSION' AND expires_at > $2
        """;

    private readonly Lock _lock = new();
    private readonly Queue<Lookup> _waiting = [];
    private int _statements;

    /// <summary>Whose session it is, or <c>null</c> when it has ended or never was.</summary>
    public Task<SessionOwner?> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var lookup = new Lookup(hash);
        var isFirst = false;
        lock (_lock)
        {
            _waiting.Enqueue(lookup);
            if (_statements < StatementsAtOnce) (isFirst, _statements) = (true, _statements + 1);
        }

        if (isFirst) _ = RunAsync();
        return lookup.Found.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Sends statements until no caller waits. A caller who leaves does not end the others' statement.</summary>
    private async Task RunAsync()
    {
        while (TakeWaiting() is { Count: > 0 } lookups)
        {
            try
            {
                Answer(lookups, await ReadAsync(lookups));
            }
            catch (Exception failure)
            {
                foreach (var lookup in lookups) lookup.Found.TrySetException(failure); // Each caller is told.
            }
        }
    }

    private List<Lookup> TakeWaiting()
    {
        var taken = new List<Lookup>();
        lock (_lock)
        {
            while (taken.Count < MostTogether && _waiting.TryDequeue(out var lookup)) taken.Add(lookup);
            if (taken.Count == 0) _statements--;
        }

        return taken;
    }

    private async Task<List<(byte[] Hash, SessionOwner Owner)>> ReadAsync(List<Lookup> lookups)
    {
        await using var command = main.CreateCommand(Find);
        command.Parameters.Add(new() { Value = lookups.Select(lookup => lookup.Hash).ToArray() });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync();
        var found = new List<(byte[] Hash, SessionOwner Owner)>();
        while (await row.ReadAsync()) found.Add((row.GetFieldValue<byte[]>(0), OwnerOf(row)));
        return found;
    }

    private static void Answer(List<Lookup> lookups, List<(byte[] Hash, SessionOwner Owner)> found)
    {
        foreach (var lookup in lookups)
            lookup.Found.TrySetResult(found.Find(each => each.Hash.AsSpan().SequenceEqual(lookup.Hash)).Owner);
    }

    private static SessionOwner OwnerOf(NpgsqlDataReader row) => new(
        new User
        {
            Id = row.GetInt32(2),
            SpotifyId = row.IsDBNull(3) ? null : row.GetString(3),
            Name = row.GetString(4),
            DisplayName = row.GetString(5),
            Role = row.GetString(6) == "ADMINISTRATOR" ? UserRole.Administrator : UserRole.Listener,
            TimeZone = row.GetString(7),
            IsDemo = row.GetBoolean(8),
            HasPassword = row.GetBoolean(9),
            ImageUrl = row.IsDBNull(10) ? null : row.GetString(10),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(11),
            IsInCommunity = row.GetBoolean(12),
        },
        row.GetFieldValue<DateTimeOffset>(1));

    private sealed class Lookup(byte[] hash)
    {
        public byte[] Hash => hash;

        public TaskCompletionSource<SessionOwner?> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What a session proves.</summary>
/// <param name="User">Whose it is, as the account was when the session was looked up.</param>
/// <param name="ExpiresAt">When it ends unless it is used before.</param>
public sealed record SessionOwner(User User, DateTimeOffset ExpiresAt);
