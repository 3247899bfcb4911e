namespace Personalify.Api.Spotify.Models;

/// <summary>Spotify lists saved audiobooks as they are, without the time of saving.</summary>
public sealed class SimpleAudiobook : SpotifyItem
{
    public IReadOnlyList<Author?>? Authors { get; init; }

    public IReadOnlyList<string?>? AvailableMarkets { get; init; }

    public IReadOnlyList<Copyright?>? Copyrights { get; init; }

    public string? Description { get; init; }

    public string? Edition { get; init; }

    public bool? Explicit { get; init; }

    public string? HtmlDescription { get; init; }

    public IReadOnlyList<Image?>? Images { get; init; }

    public IReadOnlyList<string?>? Languages { get; init; }

    public string? MediaType { get; init; }

    public IReadOnlyList<Author?>? Narrators { get; init; }

    /// <summary>Not supplied to apps of Development Mode.</summary>
    public string? Publisher { get; init; }

    public int? TotalChapters { get; init; }
}

/// <summary>A writer or a narrator.</summary>
public sealed class Author
{
    public string? Name { get; init; }
}
