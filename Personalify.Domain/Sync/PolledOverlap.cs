namespace Personalify.Domain.Sync;

/// <summary>
/// By what two plays are the same music: the track of the listener's catalogue, or artist and title where account data knows nothing else.
/// </summary>
/// <param name="IsNames">Whether it stands for artist and title, and not for a track.</param>
/// <param name="Value">The number of the track, or the one that stands for the names.</param>
public readonly record struct OverlapKey(bool IsNames, long Value);

/// <summary>
/// A play under one of its keys. One that can be found under several keys is several rows with the same number.
/// </summary>
/// <param name="Play">Its number, counted apart for polled plays and the others; of plays that are alike in all else the lower goes
/// first.</param>
/// <param name="IsPolled">Whether Spotify told it while it was recent; otherwise it stands in an export.</param>
/// <param name="Key">Under which it is looked for.</param>
/// <param name="At">When it ended, in microseconds.</param>
/// <param name="Reach">Of a polled play, how far from it the same play may stand, in microseconds; of others nothing.</param>
public readonly record struct PolledOverlapRow(int Play, bool IsPolled, OverlapKey Key, long At, long Reach);

/// <summary>
/// Finds which play of an export a polled play is. Spotify does not say which moment of a play it tells, so the same play stands at most
/// the track's length and a minute away (<see cref="ReachOf"/>). One is one: of all pairs that may be, always the nearest is taken next, of
/// equally near ones the one with the earlier play of the export, and then the earlier polled one. So the answer depends only on which
/// plays there are.
/// </summary>
public sealed class PolledOverlap
{
    private const long MicrosecondsOfMillisecond = 1_000;
    private const long Tolerance = 60_000 * MicrosecondsOfMillisecond;

    private readonly PolledOverlapRow[] _rows;
    private readonly ILookup<(bool IsPolled, int Play), int> _rowsOfPlay;
    private readonly PolledOverlapPairs _pairs = new();
    private readonly PolledOverlapChain[] _chains;

    private PolledOverlap(IEnumerable<PolledOverlapRow> rows)
    {
        _rows = [.. rows.Distinct()];
        _rowsOfPlay = Enumerable.Range(0, _rows.Length).ToLookup(row => (_rows[row].IsPolled, _rows[row].Play));
        _chains = [new PolledOverlapChain(_rows, isForward: true, _pairs), new PolledOverlapChain(_rows, isForward: false, _pairs)];
    }

    /// <summary>How far from where Spotify places a play the same play of an export may stand, in microseconds.</summary>
    public static long ReachOf(int? durationMs) => Tolerance + ((durationMs ?? 0) * MicrosecondsOfMillisecond);

    /// <summary>The pairs of a polled play and the play of an export that it is, by their numbers.</summary>
    public static IReadOnlyList<(int Polled, int Exported)> Match(IEnumerable<PolledOverlapRow> rows) => new PolledOverlap(rows).Match();

    private List<(int Polled, int Exported)> Match()
    {
        var (matches, isGone) = (new List<(int, int)>(), new bool[_rows.Length]);
        while (_pairs.TryDequeue(out var pair, out _))
        {
            if (isGone[pair.Polled] || isGone[pair.Exported]) continue;
            var (polled, exported) = (_rows[pair.Polled].Play, _rows[pair.Exported].Play);
            matches.Add((polled, exported));
            foreach (var row in _rowsOfPlay[(true, polled)].Concat(_rowsOfPlay[(false, exported)]))
            {
                isGone[row] = true;
                foreach (var chain in _chains) chain.Remove(row);
            }
        }

        return matches;
    }
}
