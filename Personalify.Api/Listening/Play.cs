using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

[GraphQLDescription("One stream of one track.")]
public sealed record Play
{
    [ID]
    [GraphQLDescription("Opaque; it stays what it is. It names what makes the play: track, time, length and place among equal rows.")]
    public PlayId Id => new(UserId, TrackNumber, ReportedAt.UtcDateTime, MsPlayed, OfflineAt, Ordinal);

    [GraphQLIgnore]
    public int UserId { get; init; }

    /// <summary>The track's number in the listener's catalogue.</summary>
    [GraphQLIgnore]
    public int TrackNumber { get; init; }

    [GraphQLDescription(
        "When it ended, UTC. A play without a connection was reported later; its end is the start that the device noted plus its length.")]
    public DateTimeOffset EndedAt { get; init; }

    [GraphQLDescription(
        "The time that its row in the export names, or Spotify itself, UTC: when Spotify heard of the play. Mostly the time at which it "
        + "ended.")]
    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>
    /// What tells plays of the same track, length and time apart: the start that a device noted offline, and the place among equal rows.
    /// </summary>
    [GraphQLIgnore]
    public DateTime OfflineAt { get; init; }

    [GraphQLIgnore]
    public short Ordinal { get; init; }

    [GraphQLDescription("How long it was heard, in milliseconds.")]
    public int MsPlayed { get; init; }

    [GraphQLDescription(
        "Whether it is not known how long it was heard, so that the track's length stands for it. So it is with plays that Spotify told while "
        + "they were recent; one of an export takes the place of such a play as soon as it is imported.")]
    public bool IsMsPlayedAssumed => Source == PlaySource.Live;

    [GraphQLDescription("Where the play is known from.")]
    public PlaySource Source { get; init; }

    [GraphQLDescription("Why it began, in Spotify's words, such as clickrow; null where the export does not tell.")]
    public string? ReasonStart { get; init; }

    [GraphQLDescription("Why it ended, in Spotify's words, such as trackdone; null where the export does not tell.")]
    public string? ReasonEnd { get; init; }

    [GraphQLDescription("The kind of device; null where the export does not tell.")]
    public Platform? Platform { get; init; }

    [GraphQLDescription("Whether shuffle was on; null where the export does not tell.")]
    public bool? Shuffle { get; init; }

    [GraphQLDescription("Whether Spotify marked it as skipped; null where the export does not tell.")]
    public bool? Skipped { get; init; }

    [GraphQLDescription("Whether it was heard without a connection; null where the export does not tell.")]
    public bool? Offline { get; init; }
}

[GraphQLDescription("Where a play is known from.")]
public enum PlaySource
{
    [GraphQLDescription("A row of the extended streaming history, exact to the second or better.")]
    Extended,

    [GraphQLDescription("A row of the account data, which knows minutes and names only.")]
    Account,

    [GraphQLDescription(
        "Told by Spotify itself while it was recent, and in no export so far. The time is near its end, the length is the track's, and "
        + "whether it was finished is not known.")]
    Live,
}

[GraphQLDescription("The order of single plays.")]
public enum PlayOrder
{
    [GraphQLDescription("By the time of the end, latest first.")]
    NewestFirst,

    [GraphQLDescription("By the time of the end, earliest first.")]
    OldestFirst,

    [GraphQLDescription("By the milliseconds played, most first; of equal ones the latest first.")]
    LongestFirst,
}
