namespace Personalify.Api.Access.Connections;

/// <summary>What came through Spotify's API for a listener and can be wiped.</summary>
public interface ISpotifyData
{
    /// <summary>Removes it at once; doing it again is harmless.</summary>
    Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken);
}
