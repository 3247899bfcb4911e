namespace Personalify.Domain.Imports;

/// <summary>
/// A play that may stand in account data and in a better source too. All rows that are matched together have the same length.
/// </summary>
/// <param name="Number">The row's own number, by which it is told in the answer.</param>
/// <param name="IsAccount">Whether it comes from account data, whose times have no seconds.</param>
/// <param name="NamesKey">Stands for artist and title as a row of the play wrote them.</param>
/// <param name="Second">The time that the row names, in Unix seconds; of account data the start of the minute.</param>
/// <param name="Play">The play. One with several names is several rows, and covers at most one row of account data all the same.</param>
/// <param name="Ordinal">The place among equal rows of account data.</param>
public readonly record struct OverlapRow(int Number, bool IsAccount, long NamesKey, long Second, OverlappingPlay Play, int Ordinal);

/// <summary>
/// What tells plays of one length apart: the entry, the time that the row names, and the start that a device noted offline.
/// </summary>
public readonly record struct OverlappingPlay(int Entry, long Second, double OfflineSecond, int Ordinal);

/// <summary>
/// Finds the account-data plays that a play of a better source covers: artist and title as their own rows wrote them and the length are
/// equal, and the better play ended in the minute of the account row or less than a minute away from it. One covers one: of all pairs that
/// may be, always the nearest is taken next, measured from the middle of the minute; of equally near ones the earlier. So
/// the answer depends only on which plays there are, and never on the order in which they came.
/// </summary>
public sealed class AccountOverlap
{
    /// <summary>Half seconds from the middle of a minute to the last second before the end of the next one.</summary>
    private const long MaxDistance = 179;

    /// <summary>
    /// Half seconds from the start of a minute to its middle, which lies between two seconds so that no second is as near as one outside.
    /// </summary>
    private const long Middle = 59;

    private readonly OverlapRow[] _rows;
    private readonly int[] _before;
    private readonly int[] _behind;
    private readonly bool[] _isGone;
    private readonly PriorityQueue<(int Account, int Better), (long Distance, long Account, long Better, long NamesKey)> _pairs = new();
    private readonly ILookup<OverlappingPlay, int> _rowsOfPlay;

    private AccountOverlap(IEnumerable<OverlapRow> rows)
    {
        _rows = [.. rows.OrderBy(row => row.NamesKey).ThenBy(Place).ThenBy(row => row.IsAccount)
            .ThenBy(row => row.Ordinal).ThenBy(row => row.Number)];
        (_before, _behind, _isGone) = (new int[_rows.Length], new int[_rows.Length], new bool[_rows.Length]);
        _rowsOfPlay = Enumerable.Range(0, _rows.Length).Where(index => !_rows[index].IsAccount).ToLookup(index => _rows[index].Play);
        for (var index = 0; index < _rows.Length; index++)
        {
            (_before[index], _behind[index]) =
                (IsSameName(index - 1, index) ? index - 1 : -1, IsSameName(index, index + 1) ? index + 1 : -1);
            Offer(_before[index], index);
        }
    }

    /// <summary>The numbers of the rows of account data that are covered.</summary>
    public static IReadOnlyList<int> Cover(IEnumerable<OverlapRow> rows) => new AccountOverlap(rows).Cover();

    private List<int> Cover()
    {
        var covered = new Dictionary<(long NamesKey, long Second), int>();
        while (_pairs.TryDequeue(out var pair, out _))
        {
            if (_isGone[pair.Account] || _isGone[pair.Better]) continue;
            var row = _rows[pair.Account];
            covered[(row.NamesKey, row.Second)] = covered.GetValueOrDefault((row.NamesKey, row.Second)) + 1;
            Remove(pair.Account);
            foreach (var index in _rowsOfPlay[_rows[pair.Better].Play]) Remove(index);
        }

        return FirstOfEach(covered);
    }

    /// <summary>Equal rows of account data are told apart by nothing but their ordinals, so the first ones count as covered.</summary>
    private List<int> FirstOfEach(Dictionary<(long NamesKey, long Second), int> covered) =>
    [
        .. _rows.Where(row => row.IsAccount).GroupBy(row => (row.NamesKey, row.Second))
            .SelectMany(equal => equal.OrderBy(row => row.Ordinal).Take(covered.GetValueOrDefault(equal.Key))).Select(row => row.Number),
    ];

    private void Remove(int index)
    {
        _isGone[index] = true;
        var (before, behind) = (_before[index], _behind[index]);
        if (before >= 0) _behind[before] = behind;
        if (behind >= 0) _before[behind] = before;
        Offer(before, behind);
    }

    /// <summary>Of what is left, the nearest pair of a name always stands side by side, so no other pairs need be looked at.</summary>
    private void Offer(int left, int right)
    {
        if (left < 0 || right < 0 || _rows[left].IsAccount == _rows[right].IsAccount) return;
        var (account, better) = _rows[left].IsAccount ? (left, right) : (right, left);
        var distance = Math.Abs(Place(_rows[account]) - Place(_rows[better]));
        if (distance <= MaxDistance)
            _pairs.Enqueue((account, better), (distance, Place(_rows[account]), Place(_rows[better]), _rows[account].NamesKey));
    }

    private bool IsSameName(int left, int right) =>
        left >= 0 && right < _rows.Length && _rows[left].NamesKey == _rows[right].NamesKey;

    private static long Place(OverlapRow row) => (2 * row.Second) + (row.IsAccount ? Middle : 0);
}
