using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

[GraphQLDescription("One stream of one track.")]
public sealed record Play
{
    [GraphQLIgnore]
    public int UserId { get; init; }

    /// <summary>The track's number in the listener's catalogue.</summary>
    [GraphQLIgnore]
    public int TrackNumber { get; init; }

    [GraphQLDescription(
        "When it ended, UTC. A play without a connection was reported later; its end is the start that the device noted plus its length.")]
    public DateTimeOffset EndedAt { get; init; }

    [GraphQLDescription(
        "The time that its row in the export names, UTC: when Spotify heard of the play. Mostly the time at which it ended.")]
    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>
    /// What tells plays of the same track, length and time apart: the start that a device noted offline, and the place among equal rows.
    /// </summary>
    [GraphQLIgnore]
    public DateTime OfflineAt { get; init; }

    [GraphQLIgnore]
    public short Ordinal { get; init; }

    public int MsPlayed { get; init; }

    public PlaySource Source { get; init; }

    public string? ReasonStart { get; init; }

    public string? ReasonEnd { get; init; }

    public Platform? Platform { get; init; }

    public bool? Shuffle { get; init; }

    public bool? Skipped { get; init; }

    public bool? Offline { get; init; }
}

public enum PlaySource
{
    Extended,
    Account,
    Live,
}

public enum PlayOrder
{
    NewestFirst,
    OldestFirst,
    LongestFirst,
}
