using Personalify.Web.Api;

namespace Personalify.Web.Pages.Spotify;

/// <summary>How the page speaks of what is done with Spotify.</summary>
public static class SpotifyWords
{
    private static readonly Texts Text = Texts.Of(typeof(SpotifyWords));

    public static string NameOf(SpotifyFeature feature) => feature switch
    {
        SpotifyFeature.TopLists => Text["Top lists"],
        SpotifyFeature.RecentPlays => Text["Recent plays"],
        SpotifyFeature.NowPlaying => Text["What is playing now"],
        SpotifyFeature.Library => Text["Saved tracks, albums, shows and audiobooks"],
        SpotifyFeature.Playlists => Text["Playlists"],
        SpotifyFeature.Follows => Text["Followed artists"],
        SpotifyFeature.Episodes => Text["Saved episodes"],
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "The feature has no name here."),
    };
}
