using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// A queue that any thread adds to and the loop empties. Nearly always it is empty, so that is what costs nothing: a look at a
/// number, and no memory.
/// </summary>
internal struct Inbox<T>
    where T : class
{
    private Queue<T>? _items;
    private int _count;

    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    public int Count => Volatile.Read(ref _count);

    public void Enqueue(T item)
    {
        var items = Volatile.Read(ref _items) ?? Interlocked.CompareExchange(ref _items, new Queue<T>(), null) ?? _items;
        lock (items)
        {
            items.Enqueue(item);
            Volatile.Write(ref _count, items.Count);
        }
    }

    public bool TryDequeue([NotNullWhen(true)] out T? item)
    {
        item = null;
        if (IsEmpty) return false;
        var items = Volatile.Read(ref _items)!;
        lock (items)
        {
            var isFound = items.TryDequeue(out item);
            Volatile.Write(ref _count, items.Count);
            return isFound;
        }
    }
}
