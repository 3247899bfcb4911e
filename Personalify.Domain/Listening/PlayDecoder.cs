namespace Personalify.Domain.Listening;

/// <summary>Turns the columns of one month into integers, in buffers that the next month uses again.</summary>
internal sealed class PlayDecoder : IDisposable
{
    private readonly IntBuffer _ended = new(), _tracks = new(), _artists = new(), _albums = new(), _milliseconds = new(), _picks = new();

    /// <summary>The wanted columns of the month's plays, valid until the next call.</summary>
    public DecodedPlays Decode(in PlayColumns month, PlayColumnSet wanted) => new()
    {
        Ended = wanted.HasFlag(PlayColumnSet.Ended) ? _ended.Decode(month.Ended, month.Count) : [],
        Tracks = wanted.HasFlag(PlayColumnSet.Tracks) ? _tracks.Decode(month.Tracks, month.Count) : [],
        Artists = wanted.HasFlag(PlayColumnSet.Artists) ? _artists.Decode(month.Artists, month.Count) : [],
        Albums = wanted.HasFlag(PlayColumnSet.Albums) ? _albums.Decode(month.Albums, month.Count) : [],
        Milliseconds = wanted.HasFlag(PlayColumnSet.Milliseconds) ? _milliseconds.Decode(month.Milliseconds, month.Count) : [],
        Flags = Bytes(month.Flags, month.Count),
        Platforms = Bytes(month.Platforms, month.Count),
    };

    /// <summary>The positions from <paramref name="begin"/> up to <paramref name="end"/> whose play has all required flags.</summary>
    public Span<int> Pick(ReadOnlySpan<byte> flags, PlayFlags required, int begin, int end)
    {
        if (end <= begin) return [];
        var picks = _picks.Take(end - begin);
        var count = 0;
        for (var i = begin; i < end; i++)
        {
            // Written always and kept only when it counts: no branch to mispredict.
            picks[count] = i;
            count += required == PlayFlags.None || ((PlayFlags)flags[i] & required) == required ? 1 : 0;
        }

        return picks[..count];
    }

    /// <summary>A column of single bytes is read where it lies.</summary>
    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> column, int count) =>
        column.IsEmpty || column.Length == count ? column : throw WrongLength(column.Length, count);

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<IntBuffer>)[_ended, _tracks, _artists, _albums, _milliseconds, _picks]) buffer.Dispose();
    }

    internal static InvalidDataException WrongLength(int found, int expected) =>
        new($"A column of play_months has {found} bytes where its plays need {expected}. Run the command verify to find the month.");
}

/// <summary>The plays of one month as integers; columns that were not read are empty.</summary>
internal readonly ref struct DecodedPlays
{
    public ReadOnlySpan<int> Ended { get; init; }

    public ReadOnlySpan<int> Tracks { get; init; }

    public ReadOnlySpan<int> Artists { get; init; }

    public ReadOnlySpan<int> Albums { get; init; }

    public ReadOnlySpan<int> Milliseconds { get; init; }

    public ReadOnlySpan<byte> Flags { get; init; }

    public ReadOnlySpan<byte> Platforms { get; init; }
}
