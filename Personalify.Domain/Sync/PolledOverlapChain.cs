namespace Personalify.Domain.Sync;

/// <summary>Pairs of rows that may be the same play, the nearest first.</summary>
internal sealed class PolledOverlapPairs
    : PriorityQueue<(int Polled, int Exported), (long Distance, long ExportedAt, long PolledAt, int Exported, int Polled)>;

/// <summary>
/// The rows of each key in the order of their time, or against it. A polled row looks for plays of an export from its place on, in the
/// order of the chain: the nearest pair of what is left always stands side by side, because a polled row whose neighbour is out of its
/// reach leaves the chain; plays of an export only become fewer, so it would never find one there.
/// </summary>
internal sealed class PolledOverlapChain
{
    private readonly PolledOverlapRow[] _rows;
    private readonly PolledOverlapPairs _pairs;
    private readonly int[] _before;
    private readonly int[] _behind;
    private readonly bool[] _isGone;

    public PolledOverlapChain(PolledOverlapRow[] rows, bool isForward, PolledOverlapPairs pairs)
    {
        (_rows, _pairs) = (rows, pairs);
        (_before, _behind, _isGone) = (new int[rows.Length], new int[rows.Length], new bool[rows.Length]);
        var order = Order(rows, isForward);
        for (var place = 0; place < order.Length; place++)
            (_before[order[place]], _behind[order[place]]) = (At(order, place, -1), At(order, place, +1));
        for (var place = order.Length - 1; place >= 0; place--) Offer(order[place]);
    }

    public void Remove(int row)
    {
        if (_isGone[row]) return;
        var before = _before[row];
        Unlink(row);
        Offer(before);
    }

    /// <summary>
    /// Of rows at the same moment the polled ones come first, so that they see the others, and those that go first stand nearest.
    /// </summary>
    private static int[] Order(PolledOverlapRow[] rows, bool isForward) =>
    [
        .. Enumerable.Range(0, rows.Length).OrderBy(row => rows[row].Key.IsNames).ThenBy(row => rows[row].Key.Value)
            .ThenBy(row => isForward ? rows[row].At : -rows[row].At).ThenByDescending(row => rows[row].IsPolled)
            .ThenBy(row => rows[row].IsPolled ? -rows[row].Play : rows[row].Play),
    ];

    private int At(int[] order, int place, int step)
    {
        var other = place + step;
        return other >= 0 && other < order.Length && _rows[order[other]].Key == _rows[order[place]].Key ? order[other] : -1;
    }

    private void Offer(int row)
    {
        while (row >= 0 && !_isGone[row] && _rows[row].IsPolled && _behind[row] is >= 0 and var next && !_rows[next].IsPolled)
        {
            var (polled, exported) = (_rows[row], _rows[next]);
            var distance = Math.Abs(polled.At - exported.At);
            if (distance <= polled.Reach)
            {
                _pairs.Enqueue((row, next), (distance, exported.At, polled.At, exported.Play, polled.Play));
                return;
            }

            var before = _before[row];
            Unlink(row);
            row = before;
        }
    }

    private void Unlink(int row)
    {
        _isGone[row] = true;
        var (before, behind) = (_before[row], _behind[row]);
        if (before >= 0) _behind[before] = behind;
        if (behind >= 0) _before[behind] = before;
    }
}
