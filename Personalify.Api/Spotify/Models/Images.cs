using System.Diagnostics.CodeAnalysis;

namespace Personalify.Api.Spotify.Models;

/// <summary>A picture; the widest comes first. Addresses of playlists' pictures end within a day.</summary>
public sealed class Image
{
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It is kept as Spotify writes it.")]
    public string? Url { get; init; }

    public int? Height { get; init; }

    public int? Width { get; init; }
}

public sealed class Followers
{
    public string? Href { get; init; }

    public int? Total { get; init; }
}

public sealed class Copyright
{
    public string? Text { get; init; }

    /// <summary><c>C</c> for the work, <c>P</c> for the recording.</summary>
    public string? Type { get; init; }
}

/// <summary>Why something cannot be played.</summary>
public sealed class Restrictions
{
    public string? Reason { get; init; }
}
