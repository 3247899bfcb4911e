namespace Personalify.Domain.Listening;

/// <summary>The columns of a month's plays, as a set of what to read.</summary>
[Flags]
public enum PlayColumnSet
{
    /// <summary>No column; the number of plays is known all the same.</summary>
    None = 0,

    /// <summary>The second at which a play ended.</summary>
    Ended = 1,

    /// <summary>Ids of tracks.</summary>
    Tracks = 2,

    /// <summary>Ids of artists.</summary>
    Artists = 4,

    /// <summary>Ids of albums.</summary>
    Albums = 8,

    /// <summary>Milliseconds played.</summary>
    Milliseconds = 16,

    /// <summary>One <see cref="PlayFlags"/> byte a play.</summary>
    Flags = 32,

    /// <summary>One <see cref="Platform"/> byte a play.</summary>
    Platforms = 64,
}

/// <summary>
/// A view over the plays of one UTC month as the rollup stores them: one run of big-endian 4-byte integers for each column
/// (<see cref="Flags"/>, <see cref="Platforms"/>: one byte), all in the order of <see cref="Ended"/>. Columns that were not read are empty.
/// </summary>
public readonly ref struct PlayColumns
{
    /// <summary>How many plays the month has.</summary>
    public required int Count { get; init; }

    /// <summary>The seconds of <see cref="PlayTime"/> at which the plays ended, ascending.</summary>
    public ReadOnlySpan<byte> Ended { get; init; }

    /// <summary>Ids of the tracks.</summary>
    public ReadOnlySpan<byte> Tracks { get; init; }

    /// <summary>Ids of the tracks' artists.</summary>
    public ReadOnlySpan<byte> Artists { get; init; }

    /// <summary>Ids of the tracks' albums; 0 where none is known.</summary>
    public ReadOnlySpan<byte> Albums { get; init; }

    /// <summary>Milliseconds played.</summary>
    public ReadOnlySpan<byte> Milliseconds { get; init; }

    /// <summary>A <see cref="PlayFlags"/> byte for each play.</summary>
    public ReadOnlySpan<byte> Flags { get; init; }

    /// <summary>A <see cref="Platform"/> byte for each play; 0 where the export tells none.</summary>
    public ReadOnlySpan<byte> Platforms { get; init; }
}
