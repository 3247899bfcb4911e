using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Personalify.Api.Listening;
using Personalify.Domain.Listening;

namespace Personalify.Api.Catalog;

/// <summary>What a listener can find, as it was at one state of their history.</summary>
public sealed record SearchableHistory(SearchNames Artists, SearchNames Albums, SearchNames Tracks)
{
    public long Bytes => Artists.Bytes + Albums.Bytes + Tracks.Bytes;
}

/// <summary>
/// Keeps the names of those who search in memory, under the state of their history: a search asks the store for that state first, so that
/// an import or an undo, in whichever process, is seen by the next search. It is a cache only, bounded by its size.
/// </summary>
public sealed class SearchIndex(NpgsqlDataSource source, ListeningStore listening) : IDisposable
{
    private const long MostBytes = 128 << 20;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(30);

    // All days are asked for, so where they begin does not matter.
    private static readonly ZoneClock AnyClock = ZoneClock.Of(TimeZoneInfo.Utc);

    private static readonly ListeningQuestion EverythingHeard = new(
        default, PlayDefinition.Any, ListeningParts.None,
        [.. Enum.GetValues<TopKind>().Select(kind => new TopQuestion(kind, TopOrder.Time, int.MaxValue))]);

    private readonly MemoryCache _histories = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>What the listener can find now, and the text as names are searched.</summary>
    public async Task<(SearchableHistory History, string Key)> OpenAsync(int userId, string text, CancellationToken cancellationToken)
    {
        var (state, key) = await ReadStateAsync(userId, text, cancellationToken);
        if (_histories.TryGetValue(userId, out Entry? known) && known!.State == state) return (known.History, key);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadLimit);
        var history = await ReadAsync(userId, limit.Token);
        _histories.Set(userId, new Entry(state, history), new MemoryCacheEntryOptions { Size = history.Bytes, SlidingExpiration = Kept });
        return (history, key);
    }

    public void Dispose() => _histories.Dispose();

    /// <summary>
    /// The transactions that last wrote the listener's months and imports (<c>xmin</c>): what is heard and how it is called changes with
    /// one of them only.
    /// </summary>
    private async Task<(string State, string Key)> ReadStateAsync(int userId, string text, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            """
            SELECT concat(
                (SELECT md5(string_agg(month::text || xmin::text, ' ' ORDER BY month)) FROM play_months WHERE user_id = $1),
                (SELECT md5(string_agg(id::text || xmin::text, ' ' ORDER BY id)) FROM imports WHERE user_id = $1)), search_key($2)
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = userId });
        command.Parameters.Add(new NpgsqlParameter { Value = text });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.GetString(0), row.GetString(1));
    }

    private async Task<SearchableHistory> ReadAsync(int userId, CancellationToken cancellationToken)
    {
        var heard = await listening.SumAsync(userId, AnyClock, EverythingHeard, cancellationToken);
        return new SearchableHistory(
            await ReadAsync(userId, "artists", heard, TopKind.Artists, cancellationToken),
            await ReadAsync(userId, "albums", heard, TopKind.Albums, cancellationToken),
            await ReadAsync(userId, "tracks", heard, TopKind.Tracks, cancellationToken));
    }

    private async Task<SearchNames> ReadAsync(
        int userId, string table, ListeningSums heard, TopKind kind, CancellationToken cancellationToken)
    {
        var keys = await ReadKeysAsync(userId, table, cancellationToken);
        int[] numbers = [.. heard.Top(kind, TopOrder.Time, int.MaxValue).Select(entry => entry.Id).Where(keys.ContainsKey)];
        return new SearchNames([.. numbers.Select(number => keys[number])], numbers);
    }

    private async Task<Dictionary<int, string>> ReadKeysAsync(int userId, string table, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"SELECT id, search_key FROM {table} WHERE user_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = userId });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<int, string> keys = [];
        while (await row.ReadAsync(cancellationToken)) keys[row.GetInt32(0)] = row.GetString(1);
        return keys;
    }

    private sealed record Entry(string State, SearchableHistory History);
}
