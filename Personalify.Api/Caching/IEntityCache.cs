namespace Personalify.Api.Caching;

/// <summary>
/// Entries by key, each with a lifetime; never the only copy of anything. What cannot be read is a miss, what cannot be written is left.
/// </summary>
public interface IEntityCache
{
    /// <summary>The entries in the order of the keys; null where there is none.</summary>
    Task<byte[]?[]> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the entries whose keys are free, in one go. A key that was forgotten a moment ago is not free: its value may have been
    /// read before what made it be forgotten.
    /// </summary>
    Task WriteAsync(IReadOnlyDictionary<string, byte[]> entries, CancellationToken cancellationToken);

    /// <summary>From now on no reader sees the entries as they are.</summary>
    Task ForgetAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}

internal static class CacheLifetimes
{
    public static readonly TimeSpan Entry = TimeSpan.FromMinutes(10);

    /// <summary>Longer than anybody holds a value between reading it from the record and writing it to the cache.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);
}
