using System.Diagnostics.CodeAnalysis;

namespace Personalify.Api.Spotify.Models;

public class SimpleShow : SpotifyItem
{
    public IReadOnlyList<string?>? AvailableMarkets { get; init; }

    public IReadOnlyList<Copyright?>? Copyrights { get; init; }

    public string? Description { get; init; }

    public bool? Explicit { get; init; }

    public string? HtmlDescription { get; init; }

    public IReadOnlyList<Image?>? Images { get; init; }

    public bool? IsExternallyHosted { get; init; }

    public IReadOnlyList<string?>? Languages { get; init; }

    public string? MediaType { get; init; }

    /// <summary>Not supplied to apps of Development Mode.</summary>
    public string? Publisher { get; init; }

    public int? TotalEpisodes { get; init; }
}

public sealed class FullShow : SimpleShow
{
    /// <summary>The first page; the others are behind its <c>next</c>.</summary>
    public Paging<SimpleEpisode>? Episodes { get; init; }
}

public class SimpleEpisode : SpotifyItem, IPlayableItem
{
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It is kept as Spotify writes it.")]
    public string? AudioPreviewUrl { get; init; }

    public IReadOnlyList<string?>? AvailableMarkets { get; init; }

    public string? Description { get; init; }

    public int? DurationMs { get; init; }

    public bool? Explicit { get; init; }

    public string? HtmlDescription { get; init; }

    public IReadOnlyList<Image?>? Images { get; init; }

    public bool? IsExternallyHosted { get; init; }

    public bool? IsPlayable { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string?>? Languages { get; init; }

    public string? ReleaseDate { get; init; }

    public string? ReleaseDatePrecision { get; init; }

    public Restrictions? Restrictions { get; init; }

    public ResumePoint? ResumePoint { get; init; }
}

public sealed class FullEpisode : SimpleEpisode
{
    public SimpleShow? Show { get; init; }
}

public sealed class ResumePoint
{
    public bool? FullyPlayed { get; init; }

    public int? ResumePositionMs { get; init; }
}

public sealed class SavedShow
{
    public DateTimeOffset? AddedAt { get; init; }

    public SimpleShow? Show { get; init; }
}

public sealed class SavedEpisodes
{
    public DateTimeOffset? AddedAt { get; init; }

    public FullEpisode? Episode { get; init; }
}
