namespace Personalify.Api.Access.Connections;

/// <summary>What came through Spotify's API for a listener and can be wiped.</summary>
public interface ISpotifyData
{
    /// <summary>Takes it out of the store; doing it again changes nothing.</summary>
    Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken);
}
