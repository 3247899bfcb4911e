using Personalify.Api.Spotify;

namespace Personalify.Api.Access.Connections;

/// <summary>What Personalify does with which of Spotify's scopes.</summary>
public static class SpotifyFeatures
{
    private static readonly IReadOnlyList<Need> Needs =
    [
        new(SpotifyFeature.TopLists, "Your top artists and tracks at Spotify are not fetched.", Scopes.UserTopRead),
        new(
            SpotifyFeature.RecentPlays, "What you play is not collected; your history grows by exports only.",
            Scopes.UserReadRecentlyPlayed),
        new(SpotifyFeature.NowPlaying, "What is playing now is not shown.", Scopes.UserReadCurrentlyPlaying, Scopes.UserReadPlaybackState),
        new(SpotifyFeature.Library, "Your saved tracks, albums, shows and audiobooks are not fetched.", Scopes.UserLibraryRead),
        new(
            SpotifyFeature.Playlists, "Your playlists are not fetched, or only those that everybody may see.",
            Scopes.PlaylistReadPrivate, Scopes.PlaylistReadCollaborative),
        new(SpotifyFeature.Follows, "The artists whom you follow are not fetched.", Scopes.UserFollowRead),
        new(
            SpotifyFeature.Episodes, "Your saved episodes, and how far you have heard them, are not fetched.",
            Scopes.UserLibraryRead, Scopes.UserReadPlaybackPosition),
    ];

    public static IReadOnlyList<SpotifyFeatureGrant> Of(SpotifyConnection connection) =>
        [.. Needs.Select(need => GrantOf(need, connection))];

    private static SpotifyFeatureGrant GrantOf(Need need, SpotifyConnection connection)
    {
        List<string> missing = [.. need.Scopes.Where(scope => !connection.Grants(scope))];
        return new SpotifyFeatureGrant(need.Feature, missing.Count == 0, missing, missing.Count == 0 ? null : need.Cost);
    }

    private sealed record Need(SpotifyFeature Feature, string Cost, params IReadOnlyList<string> Scopes);
}

[GraphQLDescription("What is done with a connection with Spotify.")]
public enum SpotifyFeature
{
    [GraphQLDescription("Top artists and tracks of three time ranges.")]
    TopLists,

    [GraphQLDescription("The last plays, fetched regularly.")]
    RecentPlays,

    [GraphQLDescription("What is playing now.")]
    NowPlaying,

    [GraphQLDescription("Saved tracks, albums, shows and audiobooks.")]
    Library,

    [GraphQLDescription("Playlists and what is in them.")]
    Playlists,

    [GraphQLDescription("Followed artists.")]
    Follows,

    [GraphQLDescription("Saved episodes.")]
    Episodes,
}

[GraphQLDescription("Whether the listener granted what a feature needs.")]
public sealed record SpotifyFeatureGrant(
    [property: GraphQLDescription("The feature.")] SpotifyFeature Feature,
    [property: GraphQLDescription("Whether all that it needs was granted.")] bool IsGranted,
    [property: GraphQLDescription("What it needs and was not granted, in Spotify's words.")] IReadOnlyList<string> MissingScopes,
    [property: GraphQLDescription("What is missing without it, as a sentence; null when it is granted.")] string? Cost);
