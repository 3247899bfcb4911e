namespace Personalify.Api.Imports.Demo;

/// <summary>One row of the demo export. An episode has no track, a track no episode.</summary>
internal sealed record DemoPlay(DateTime EndedAt, int MsPlayed, DemoTrack? Track, DemoEpisode? Episode)
{
    public required string Platform { get; init; }
    public required string ReasonStart { get; init; }
    public required string ReasonEnd { get; init; }
    public bool Shuffle { get; init; }
    public bool Skipped { get; init; }
    public bool Offline { get; init; }
    public bool Incognito { get; init; }
}

internal sealed record DemoEpisode(string Uri, string Name, string Show);
