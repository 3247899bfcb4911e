namespace Personalify.FakeSpotify.Accounts;

internal static class FakeScopes
{
    public static readonly string[] All =
    [
        "user-top-read", "user-read-recently-played", "user-read-currently-playing", "user-read-playback-state", "user-library-read",
        "playlist-read-private", "playlist-read-collaborative", "user-follow-read", "user-read-playback-position", "user-read-private",
        "user-read-email",
    ];
}
