using System.Collections;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Execution;

/// <summary>Reads a list item by item, and lets go of it exactly once, whenever nobody wants more of it.</summary>
internal sealed class ItemReader : IAsyncDisposable
{
    /// <summary>How many items are delivered at a time where they come faster than they are taken.</summary>
    private const int MaxItems = 100;

    private readonly SourceEvents _items;
    private Task<(bool HasEvent, object? Event)>? _next;

    private readonly Action<Exception> _closingFailed;

    private ItemReader(ISourceStream source, Action<Exception> closingFailed, CancellationToken aborted)
    {
        _items = new SourceEvents(source, static () => ValueTask.CompletedTask, aborted);
        _closingFailed = closingFailed;
    }

    /// <summary>Whether there are no more.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Begins with a list of either kind.</summary>
    /// <param name="sequence">The list.</param>
    /// <param name="closingFailed">Told what goes wrong when the list is let go of.</param>
    /// <param name="aborted">When nobody waits for items any more.</param>
    public static ItemReader Open(object sequence, Action<Exception> closingFailed, CancellationToken aborted)
    {
        var items = sequence is not ICollection && AsyncSequences.FindBoxed(sequence) is { } read ? read(sequence) : EachAsync((IEnumerable)sequence);
        return new ItemReader(SourceStream.Of(items), closingFailed, aborted);
    }

    /// <summary>Reads so many items, or fewer if there are no more. Completed at once for a list that is there already.</summary>
    public async ValueTask<object?[]> ReadAsync(int count)
    {
        var items = new List<object?>();
        while (items.Count < count && await TryReadAsync(items).ConfigureAwait(false)) continue;
        return [.. items];
    }

    /// <summary>Waits for an item, and reads those that are there with it.</summary>
    public async ValueTask<object?[]> ReadSomeAsync()
    {
        var items = new List<object?>();
        while (items.Count < MaxItems && (items.Count == 0 || IsNextThere()) && await TryReadAsync(items).ConfigureAwait(false)) continue;
        return [.. items];
    }

    /// <summary>Lets go of the list. An item that is being waited for is waited for, by nobody.</summary>
    public void Close() => _ = DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _items.DisposeAsync().ConfigureAwait(false);
            if (_next is { } unread) await ((Task)unread).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception error)
        {
            _closingFailed(error);
        }
    }

    /// <summary>A failure comes after the items before it: it is left for the next time.</summary>
    private bool IsNextThere() => (_next ??= _items.NextAsync()).IsCompletedSuccessfully;

    private async ValueTask<bool> TryReadAsync(List<object?> items)
    {
        var next = _next ?? _items.NextAsync();
        _next = null;
        var (hasItem, item) = await next.ConfigureAwait(false);
        if (hasItem) items.Add(item);
        else HasEnded = true;
        return hasItem;
    }

#pragma warning disable CS1998 // A list that is there already waits for nothing.
    private static async IAsyncEnumerable<object?> EachAsync(IEnumerable items)
#pragma warning restore CS1998
    {
        foreach (var item in items) yield return item;
    }
}
