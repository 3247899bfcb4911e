namespace Personalify.Api.Spotify.Models;

public class SimpleArtist : SpotifyItem;

public sealed class FullArtist : SimpleArtist
{
    /// <summary>Not supplied to apps of Development Mode.</summary>
    public Followers? Followers { get; init; }

    /// <summary>Deprecated: filled, empty or null, depending on the app.</summary>
    public IReadOnlyList<string?>? Genres { get; init; }

    public IReadOnlyList<Image?>? Images { get; init; }

    /// <summary>Not supplied to apps of Development Mode.</summary>
    public int? Popularity { get; init; }
}

public sealed class FollowedArtistsResponse
{
    public CursorPaging<FullArtist>? Artists { get; init; }
}
