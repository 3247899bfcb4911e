using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

[GraphQLDescription("One stream of one track.")]
public sealed record Play
{
    [GraphQLIgnore]
    public int TrackId { get; init; }

    public DateTimeOffset EndedAt { get; init; }

    public int MsPlayed { get; init; }

    public PlaySource Source { get; init; }

    public string? ReasonStart { get; init; }

    public string? ReasonEnd { get; init; }

    public string? Platform { get; init; }

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

public sealed record PlayFilterInput(
    PeriodInput? Period,
    [ID] int? TrackId,
    [ID] int? ArtistId,
    [ID] int? AlbumId,
    [GraphQLDescription("What counts as a play; every row when missing.")] PlayDefinition? Play);
