namespace Personalify.Api.Spotify.Models;

/// <summary>One of the last plays.</summary>
public sealed class PlayHistoryItem
{
    public Context? Context { get; init; }

    /// <summary>Near the end of the play; Spotify does not say which moment it is.</summary>
    public DateTimeOffset? PlayedAt { get; init; }

    public FullTrack? Track { get; init; }
}

/// <summary>From where something was played: an album, an artist, a playlist, a show, or what Spotify adds later.</summary>
public sealed class Context
{
    public IReadOnlyDictionary<string, string?>? ExternalUrls { get; init; }

    public string? Href { get; init; }

    public string? Type { get; init; }

    public string? Uri { get; init; }
}

public class CurrentlyPlaying
{
    public Actions? Actions { get; init; }

    public Context? Context { get; init; }

    /// <summary><c>track</c>, <c>episode</c>, <c>ad</c> or <c>unknown</c>.</summary>
    public string? CurrentlyPlayingType { get; init; }

    public bool? IsPlaying { get; init; }

    public IPlayableItem? Item { get; init; }

    public int? ProgressMs { get; init; }

    /// <summary>Unix milliseconds, of which moment is not certain; use an own clock.</summary>
    public long? Timestamp { get; init; }
}

/// <summary>What is playing, and on which device.</summary>
public sealed class CurrentlyPlayingContext : CurrentlyPlaying
{
    public Device? Device { get; init; }

    /// <summary><c>off</c>, <c>track</c> or <c>context</c>.</summary>
    public string? RepeatState { get; init; }

    public bool? ShuffleState { get; init; }

    public bool? SmartShuffle { get; init; }
}

/// <summary>What the player does not allow now.</summary>
public sealed class Actions
{
    public IReadOnlyDictionary<string, bool?>? Disallows { get; init; }
}

public sealed class Device
{
    public string? Id { get; init; }

    public bool? IsActive { get; init; }

    public bool? IsPrivateSession { get; init; }

    public bool? IsRestricted { get; init; }

    public string? Name { get; init; }

    public bool? SupportsVolume { get; init; }

    public string? Type { get; init; }

    public int? VolumePercent { get; init; }
}
