using System.Collections.Concurrent;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Valid documents by their text, with their plans. When it is full, one that was not used since the hand last passed makes
/// room (the CLOCK algorithm). Found by a seeded hash and compared byte by byte, so that no text can stand for another.
/// </summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly ConcurrentDictionary<ReadOnlyMemory<byte>, Entry> _entries = new(new TextComparer());
    private readonly Entry[] _ring = new Entry[capacity];
    private readonly Lock _gate = new();
    private int _hand;

    public int Count => _entries.Count;

    public CachedDocument? Find(ReadOnlyMemory<byte> text)
    {
        if (!_entries.TryGetValue(text, out var entry)) return null;
        entry.WasUsed = true;
        return entry.Document;
    }

    /// <summary>Keeps a document. Its source must own its text.</summary>
    public void Add(ReadOnlyMemory<byte> text, CachedDocument document)
    {
        if (capacity == 0) return;
        lock (_gate)
        {
            var entry = new Entry(text, document);
            if (!_entries.TryAdd(text, entry)) return;
            while (_ring[_hand] is { WasUsed: true } used)
            {
                used.WasUsed = false;
                Advance();
            }

            if (_ring[_hand] is { } unused) _entries.TryRemove(unused.Text, out _);
            _ring[_hand] = entry;
            Advance();
        }
    }

    private void Advance() => _hand = (_hand + 1) % capacity;

    private sealed class Entry(ReadOnlyMemory<byte> text, CachedDocument document)
    {
        public ReadOnlyMemory<byte> Text { get; } = text;

        public CachedDocument Document { get; } = document;

        public bool WasUsed { get; set; }
    }

    private sealed class TextComparer : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> text)
        {
            var hash = new HashCode();
            hash.AddBytes(text.Span);
            return hash.ToHashCode();
        }
    }
}
