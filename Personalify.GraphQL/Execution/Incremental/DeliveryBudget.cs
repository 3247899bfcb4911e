using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>What all parts of one response may take together, and the lists that are still being read for it.</summary>
internal sealed class DeliveryBudget(RequestExecutorOptions options)
{
    private readonly HashSet<ItemReader> _readers = [];
    private bool _isClosed;
    private int _pending;
    private long _bytes;

    /// <summary>How long the next part may be.</summary>
    public int RemainingBytes => (int)Math.Max(0, options.MaxResponseBytes - _bytes);

    public void Spend(int bytes) => _bytes += bytes;

    /// <exception cref="TooManyPendingResultsException">The client waits for too much already.</exception>
    public void Reserve(int count)
    {
        if (_pending + count > options.MaxPendingResults) throw new TooManyPendingResultsException(options.MaxPendingResults);
        _pending += count;
    }

    public void Free(int count) => _pending -= count;

    /// <summary>Lets the reader be closed with the response, if not before.</summary>
    public void Add(ItemReader reader)
    {
        lock (_readers)
        {
            if (!_isClosed && _readers.Add(reader)) return;
        }

        reader.Close();
    }

    public void Remove(ItemReader reader)
    {
        lock (_readers) _readers.Remove(reader);
        reader.Close();
    }

    /// <summary>Nobody reads on.</summary>
    public void Close()
    {
        ItemReader[] open;
        lock (_readers)
        {
            _isClosed = true;
            open = [.. _readers];
            _readers.Clear();
        }

        foreach (var reader in open) reader.Close();
    }
}

/// <summary>The response would have more parts at a time than the server allows.</summary>
internal sealed class TooManyPendingResultsException(int limit) : ResponseTooLargeException(
    $"More than {limit} parts of the response would be pending at once. Defer or stream less, or ask for shorter pages.", ErrorCodes.TooManyPendingResults);
