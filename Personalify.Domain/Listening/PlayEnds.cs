namespace Personalify.Domain.Listening;

/// <summary>What the rollup knows of a single play; the store finds the play by it.</summary>
/// <param name="Second">The second of <see cref="PlayTime"/> at which it ended.</param>
/// <param name="Track">The id of its track.</param>
/// <param name="Milliseconds">How long it was heard.</param>
public readonly record struct PlayMark(int Second, int Track, int Milliseconds);

/// <summary>
/// The first and the last of all plays. Plays of one second lie in one month, in order, so only other seconds change the first.
/// </summary>
internal sealed class PlayEnds
{
    public PlayMark? First { get; private set; }

    public PlayMark? Last { get; private set; }

    public void Add(in DecodedPlays plays, ReadOnlySpan<int> picks)
    {
        if (picks.IsEmpty) return;
        var (first, last) = (MarkOf(plays, picks[0]), MarkOf(plays, picks[^1]));
        if (First is not { } earliest || first.Second < earliest.Second) First = first;
        if (Last is not { } latest || last.Second >= latest.Second) Last = last;
    }

    private static PlayMark MarkOf(in DecodedPlays plays, int i) => new(plays.Ended[i], plays.Tracks[i], plays.Milliseconds[i]);
}
