namespace Personalify.Domain.Listening;

/// <summary>
/// Answers a <see cref="ListeningQuestion"/> by reading a listener's months once, in any order. Only what is asked is computed; a play
/// costs a few nanoseconds and no allocation. Not safe for several threads; dispose it to give its buffers back.
/// </summary>
public sealed class ListeningCounter : IDisposable
{
    private readonly ListeningQuestion _question;
    private readonly ZoneClock _clock;
    private readonly PlayFlags _required;
    private readonly PlayDecoder _decoder = new();
    private readonly ItemSums? _items;
    private readonly HourSums? _hours;
    private readonly DaySums? _days;
    private readonly PlayEnds? _ends;
    private readonly MoodSums[] _moods;
    private readonly PlaySieve _sieve;
    private int _plays;
    private long _milliseconds;

    /// <summary>Starts with no plays.</summary>
    public ListeningCounter(ListeningQuestion question, ZoneClock clock)
    {
        (_question, _clock, _required) = (question, clock, PlayRules.Required(question.Play));
        _sieve = new PlaySieve(question.Filter);
        _moods = [.. question.Moods.Select(moods => new MoodSums(moods))];
        if (question.CountsItems) _items = new ItemSums(question);
        if (question.Parts.HasFlag(ListeningParts.Hours)) _hours = new HourSums();
        if (question.Parts.HasFlag(ListeningParts.Days)) _days = new DaySums();
        if (question.Parts.HasFlag(ListeningParts.Ends)) _ends = new PlayEnds();
    }

    /// <summary>
    /// Takes in a month with the question's <see cref="ListeningQuestion.Columns"/>; leaves out plays outside of the period.
    /// </summary>
    /// <exception cref="InvalidDataException">The columns do not fit one another.</exception>
    public void Add(in PlayColumns month)
    {
        if (month.Count == 0) return;
        var plays = _decoder.Decode(month, _question.Columns);
        foreach (var span in _clock.SpansBetween(plays.Ended[0], plays.Ended[^1])) Add(plays, span);
    }

    /// <summary>Takes in a month wholly before the period with the question's <see cref="ListeningQuestion.EarlierColumns"/>.</summary>
    /// <exception cref="InvalidDataException">The columns do not fit one another.</exception>
    public void AddEarlier(in PlayColumns month)
    {
        var plays = _decoder.Decode(month, _question.EarlierColumns);
        _items?.AddEarlier(plays, _decoder.Pick(plays.Flags, _required, 0, month.Count));
    }

    /// <summary>The sums of all that was taken in. Called once.</summary>
    public ListeningSums ToSums()
    {
        _items?.Complete();
        return new ListeningSums(_plays, _milliseconds)
        {
            AskedItems = Asks(ListeningParts.Items) ? _items?.Count() : null,
            AskedNewArtists = Asks(ListeningParts.NewArtists) ? _items?.CountNewArtists() : null,
            AskedHours = _hours?.ToList(),
            AskedDays = _days?.ToList(),
            AskedEnds = _ends,
            AskedMoods = _moods.ToDictionary(sums => sums.By, sums => sums.ToList()),
            AskedRanks = _question.Ranks.Distinct().ToDictionary(rank => rank, rank => _items!.RankOf(rank)),
            AskedNews = _question.News.Distinct().ToDictionary(item => item, item => _items!.IsNew(item)),
            AskedTops = _question.Tops.GroupBy(top => (top.Kind, top.By))
                .ToDictionary(top => top.Key, top => _items!.Top(top.Key.Kind, top.Key.By, top.Max(question => question.First))),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _decoder.Dispose();
        _items?.Dispose();
        _days?.Dispose();
    }

    /// <summary>Within a span of one offset local time only moves on: the period's plays lie together and two searches find them.</summary>
    private void Add(in DecodedPlays plays, ZoneSpan span)
    {
        var (from, to) = _question.Period.ToDays();
        var first = Search(plays.Ended, span.Start);
        var end = Search(plays.Ended, Math.Min(span.End, (to + 1L) * PlayTime.SecondsPerDay - span.Offset));
        var begin = Search(plays.Ended, Math.Clamp((long)from * PlayTime.SecondsPerDay - span.Offset, span.Start, span.End));
        Count(plays, _sieve.Keep(plays, _decoder.Pick(plays.Flags, _required, begin, end), span.Offset), span.Offset);
        if (_question.AsksForEarlier) _items?.AddEarlier(plays, _decoder.Pick(plays.Flags, _required, first, begin));
    }

    private void Count(in DecodedPlays plays, ReadOnlySpan<int> picks, int offset)
    {
        _plays += picks.Length;
        var milliseconds = plays.Milliseconds;
        var sum = 0L;
        foreach (var i in picks) sum += milliseconds[i];
        _milliseconds += sum;
        _hours?.Add(plays, picks, offset);
        _days?.Add(plays, picks, offset);
        _items?.Add(plays, picks);
        _ends?.Add(plays, picks);
        foreach (var moods in _moods) moods.Add(plays, picks, offset);
    }

    private bool Asks(ListeningParts part) => _question.Parts.HasFlag(part);

    /// <summary>The position of the first play that ended at the second or later.</summary>
    private static int Search(ReadOnlySpan<int> ended, long second)
    {
        var (low, high) = (0, ended.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ended[middle] < second) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
