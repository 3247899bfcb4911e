namespace Personalify.Api.Export;

/// <summary>A play with the names of what was played, as the listener's catalogue has them now.</summary>
internal sealed record ExportedPlay
{
    public required PlayIdentity Identity { get; init; }

    public required DateTime EndedAt { get; init; }

    /// <summary>TRACK, EPISODE, CHAPTER or UNKNOWN.</summary>
    public required string Kind { get; init; }

    public required string? SpotifyId { get; init; }

    public required string Name { get; init; }

    /// <summary>The artist, the show, or the book.</summary>
    public required string By { get; init; }

    public string? Album { get; init; }

    /// <summary>Null for what is no music: the store does not tell it.</summary>
    public string? Source { get; init; }

    public string? ReasonStart { get; init; }

    public string? ReasonEnd { get; init; }

    public string? Platform { get; init; }

    public bool? Shuffle { get; init; }

    public bool? Skipped { get; init; }

    public bool? Offline { get; init; }

    public bool? Incognito { get; init; }

    /// <summary>A play of account data that an extended one describes better: kept, never counted.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>Whether two plays are rows that only their place in a file tells apart, as in account data.</summary>
    public bool Repeats(ExportedPlay other) => Kind == other.Kind && Identity == other.Identity;
}

/// <summary>
/// What makes a play, but for the how many-eth of equal rows it is. An offline start that no row named is an end of the calendar.
/// </summary>
internal readonly record struct PlayIdentity(DateTime ReportedAt, DateTime OfflineAt, int ItemId, int MsPlayed)
{
    /// <summary>When it began by the device's clock; null where no row said so.</summary>
    public DateTime? BeganOffline => OfflineAt.Year is > 1 and < 9999 ? OfflineAt : null;
}
