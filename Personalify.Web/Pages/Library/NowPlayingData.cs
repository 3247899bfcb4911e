using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Library;

public sealed record NowPlayingData(ViewerUser? Viewer, NowPlayingUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<NoVariables, NowPlayingData> Operation = new("Library/NowPlaying");
}

/// <param name="NowPlayingProblem">Why it is not known what plays.</param>
public sealed record NowPlayingUser(NowPlayingLibrary Library, NowPlaying? NowPlaying, string? NowPlayingProblem = null);

public sealed record NowPlayingLibrary(bool IsConnected);

public sealed record NowPlaying(
    string Name, IReadOnlyList<string> Artists, string? PartOf, bool IsPlaying, int? ProgressMs, int? DurationMs, string? ImageUrl,
    string? Url, OwnEntry? Track)
{
    private const int Usual = 30;

    public string? Href => Track is { } own ? PlaceLink.OfTrack(own.Id) : null;

    public string? By => Artists.Count > 0 ? string.Join(", ", Artists) : PartOf;

    /// <summary>When to ask again, in seconds: at the track's end, in half a minute, in three minutes while paused.</summary>
    public int NextInSeconds => !IsPlaying ? 6 * Usual
        : DurationMs - ProgressMs is { } left ? Math.Clamp(left / 1_000 + 2, 5, Usual + 1) : Usual + 1;
}
