using System.Collections.Concurrent;

namespace Personalify.Api.Tops;

/// <summary>
/// Values of Redis that were read and compared with the store lately. One that is byte for byte the same is not read again, which takes
/// longer than to look at all bytes. Redis is asked every time, so what was removed there is not answered from here.
/// </summary>
internal sealed class SeenTops(TimeProvider time)
{
    public static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);
    private const int Most = 256;
    private readonly ConcurrentDictionary<string, Entry> _entries = [];

    public Tops? Find(string key, ReadOnlyMemory<byte> value) =>
        _entries.TryGetValue(key, out var entry) && time.GetElapsedTime(entry.Since) < Believed
            && value.Span.SequenceEqual(entry.Value)
            ? entry.Lists
            : null;

    public void Add(string key, ReadOnlyMemory<byte> value, Tops lists)
    {
        if (_entries.Count >= Most) _entries.Clear();
        _entries[key] = new Entry(value.ToArray(), lists, time.GetTimestamp());
    }

    public void Remove(string key) => _entries.TryRemove(key, out _);

    private sealed record Entry(byte[] Value, Tops Lists, long Since);
}
