namespace Personalify.Domain.Listening;

/// <summary>Answers several questions about one period by reading the months once. Dispose it to give its buffers back.</summary>
public sealed class ListeningCounters : IDisposable
{
    private readonly IReadOnlyList<(ListeningQuestion Question, ListeningCounter Counter)> _counters;

    /// <summary>Starts with no plays.</summary>
    public ListeningCounters(IReadOnlyList<ListeningQuestion> questions, ZoneClock clock) =>
        _counters = [.. questions.Select(question => (question, new ListeningCounter(question, clock)))];

    /// <summary>Takes in a month with the columns of all questions.</summary>
    public void Add(in PlayColumns month)
    {
        foreach (var (_, counter) in _counters) counter.Add(month);
    }

    /// <summary>Takes in a month wholly before the period, for those questions that need it.</summary>
    public void AddEarlier(in PlayColumns month)
    {
        foreach (var (question, counter) in _counters)
        {
            if (question.NeedsEarlierMonths) counter.AddEarlier(month);
        }
    }

    /// <summary>The sums of all that was taken in, in the order of the questions. Called once.</summary>
    public ListeningSums[] ToSums() => [.. _counters.Select(each => each.Counter.ToSums())];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, counter) in _counters) counter.Dispose();
    }
}
