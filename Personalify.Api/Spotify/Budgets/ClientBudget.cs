namespace Personalify.Api.Spotify.Budgets;

/// <summary>What this process knows of one client id's budgets: the rows as last read, and what was asked since.</summary>
internal sealed class ClientBudget
{
    private readonly Lock _lock = new();
    private readonly Dictionary<QuotaGroup, BudgetRow> _rows = [];
    private Dictionary<QuotaGroup, int> _unwritten = [];
    private Dictionary<QuotaGroup, int> _writing = [];
    private DateOnly _day;

    /// <summary>One writes at a time.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public DateTimeOffset? ReadAt { get; private set; }

    public BudgetUse UseOf(QuotaGroup group, DateTimeOffset now)
    {
        lock (_lock) return UseOfLocked(group, now);
    }

    /// <summary>Counts one request unless the group is closed to the caller; returns what it was before.</summary>
    public BudgetUse Take(QuotaGroup group, int limit, DateTimeOffset now)
    {
        lock (_lock)
        {
            var use = UseOfLocked(group, now);
            if (!use.IsBlocked(now) && use.Used < limit) CountLocked(group);
            return use;
        }
    }

    /// <summary>Counts a further try of a request that is under way.</summary>
    public void Count(QuotaGroup group, DateTimeOffset now)
    {
        lock (_lock)
        {
            TurnDayLocked(now);
            CountLocked(group);
        }
    }

    public void Block(QuotaGroup group, DateTimeOffset until, bool isGuess, DateTimeOffset now)
    {
        lock (_lock)
        {
            var row = RowLocked(group, now);
            var last = row.BlockedUntil > until ? row.BlockedUntil : until;
            _rows[group] = row with { BlockedUntil = last, Opened = row.Opened + (isGuess ? 1 : 0) };
        }
    }

    public void Forgive(QuotaGroup group, DateTimeOffset now)
    {
        lock (_lock) _rows[group] = RowLocked(group, now) with { BlockedUntil = null, Opened = 0 };
    }

    /// <summary>What is to be written now; it counts as asked all the while.</summary>
    public IReadOnlyDictionary<QuotaGroup, int> StartWriting(DateTimeOffset now)
    {
        lock (_lock)
        {
            TurnDayLocked(now);
            (_writing, _unwritten) = (_unwritten, []);
            return _writing;
        }
    }

    public void EndWriting(IReadOnlyList<BudgetRow> rows, DateTimeOffset now)
    {
        lock (_lock)
        {
            _writing = [];
            foreach (var row in rows) _rows[row.Group] = row;
            ReadAt = now;
        }
    }

    public void FailWriting(DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var (group, count) in _writing) _unwritten[group] = _unwritten.GetValueOrDefault(group) + count;
            _writing = [];
            ReadAt = now; // what is known is gone on with, and it is tried again as soon as after a success
        }
    }

    private BudgetUse UseOfLocked(QuotaGroup group, DateTimeOffset now)
    {
        TurnDayLocked(now);
        var row = RowLocked(group, now);
        var unwritten = _unwritten.GetValueOrDefault(group) + _writing.GetValueOrDefault(group);
        return new BudgetUse((row.Day == SpotifyBudgets.DayOf(now) ? row.Used : 0) + unwritten, row.BlockedUntil, row.Opened);
    }

    private BudgetRow RowLocked(QuotaGroup group, DateTimeOffset now) =>
        _rows.GetValueOrDefault(group) ?? new BudgetRow(group, SpotifyBudgets.DayOf(now), 0, null, 0);

    /// <summary>What was asked yesterday and is not written says nothing of today.</summary>
    private void TurnDayLocked(DateTimeOffset now)
    {
        var today = SpotifyBudgets.DayOf(now);
        if (_day == today) return;
        (_day, _unwritten, _writing) = (today, [], []);
    }

    private void CountLocked(QuotaGroup group) => _unwritten[group] = _unwritten.GetValueOrDefault(group) + 1;
}

/// <summary>How much of a group was used today, and until when Spotify refuses it.</summary>
internal sealed record BudgetUse(int Used, DateTimeOffset? BlockedUntil, int Opened)
{
    public bool IsBlocked(DateTimeOffset now) => BlockedUntil > now;
}
