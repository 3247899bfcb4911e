namespace Personalify.Api.Access.Connections;

/// <summary>What came through Spotify's API for a listener and can be wiped.</summary>
public interface ISpotifyData
{
    Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken);
}
