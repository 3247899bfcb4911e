namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// What was loaded in a request and others may use, in that order. Publishing is one entry for a whole batch: a value is looked at when a
/// loader with a lookup is asked next, and never when there is none.
/// </summary>
internal sealed class PublishedValues(DataLoaderLookups lookups)
{
    private readonly List<Publication> _kept = [];
    private int _count;
    private int _forgotten;

    public DataLoaderLookups Lookups => lookups;

    /// <summary>How many there have been; grows only.</summary>
    public int Count => Volatile.Read(ref _count);

    public void Add(Publication publication)
    {
        lock (_kept)
        {
            _kept.Add(publication);
            Volatile.Write(ref _count, _forgotten + _kept.Count);
        }
    }

    /// <summary>What came after the first so many, as far as it is kept. The count goes to where the next reading begins.</summary>
    public Publication[] Since(ref int count)
    {
        lock (_kept)
        {
            Publication[] news = [.. _kept.Skip(count - _forgotten)];
            count = _count;
            return news;
        }
    }

    /// <summary>Nobody gets what was published so far any more.</summary>
    public void Clear()
    {
        lock (_kept)
        {
            _kept.Clear();
            _forgotten = _count;
        }
    }
}

/// <summary>Values that were published at once.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Publisher">Who has them already.</param>
/// <param name="Values">A sequence of that type.</param>
internal readonly record struct Publication(Type Type, object Publisher, object Values);
