using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Components;

/// <summary>Why a page has nothing of Spotify's yet, by how the connection stands; <c>_NothingFromSpotify</c> says the next step.</summary>
/// <param name="Spotify">The viewer's connection.</param>
/// <param name="What">What will show up once it is there, as a sentence.</param>
/// <param name="IsAtWork">A synchronization waits or works already.</param>
public sealed record NothingFromSpotify(ViewerSpotify? Spotify, string What, bool IsAtWork = false)
{
    public bool IsConnected => Spotify is { Status: SpotifyConnectionStatus.Active };

    public bool IsEnded => Spotify is { Status: SpotifyConnectionStatus.SignInAgain };
}
