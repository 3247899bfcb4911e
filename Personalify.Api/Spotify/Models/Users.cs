namespace Personalify.Api.Spotify.Models;

public class PublicUser : SpotifyItem
{
    public string? DisplayName { get; init; }

    public Followers? Followers { get; init; }

    public IReadOnlyList<Image?>? Images { get; init; }
}

/// <summary>The listener whose token it is. Apps of Development Mode get no country, address or product.</summary>
public sealed class PrivateUser : PublicUser
{
    /// <summary>Names the account for good (since May 2026); accounts are linked by it and not by the id.</summary>
    public string? AccountId { get; init; }

    public string? Country { get; init; }

    public string? Email { get; init; }

    public ExplicitContent? ExplicitContent { get; init; }

    public string? Product { get; init; }
}

public sealed class ExplicitContent
{
    public bool? FilterEnabled { get; init; }

    public bool? FilterLocked { get; init; }
}
