using Personalify.Api.Library;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Playing;

[GraphQLDescription("What the listener is playing at Spotify, or has paused.")]
public sealed record NowPlaying
{
    [GraphQLIgnore]
    public int UserId { get; init; }

    [GraphQLDescription("What it is.")]
    public required PlaylistItemKind Kind { get; init; }

    [GraphQLDescription("Spotify's id; null for a file of the listener's own.")]
    public string? SpotifyId { get; init; }

    [GraphQLDescription("As Spotify names it.")]
    public required string Name { get; init; }

    [GraphQLDescription("Who plays it, in Spotify's order; empty for an episode.")]
    public required IReadOnlyList<string> Artists { get; init; }

    [GraphQLDescription("The album of a track or the podcast of an episode, or null.")]
    public string? PartOf { get; init; }

    [GraphQLDescription("The address of its picture at Spotify, or null.")]
    public string? ImageUrl { get; init; }

    [GraphQLDescription("Whether it plays; otherwise it is paused.")]
    public required bool IsPlaying { get; init; }

    [GraphQLDescription("How far it had come at asOf, in milliseconds; null where Spotify does not say.")]
    public int? ProgressMs { get; init; }

    [GraphQLDescription("How long it is, in milliseconds.")]
    public int? DurationMs { get; init; }

    [GraphQLDescription("When Spotify said so, by this server's clock, UTC.")]
    public required DateTimeOffset AsOf { get; init; }

    [GraphQLDescription("Its page at Spotify; null for what has none there.")]
    public string? Url => SpotifyLink.Of(Kind == PlaylistItemKind.Episode ? "episode" : "track", SpotifyId);

    /// <summary>
    /// Null when nothing plays, or nothing that has a name, such as an advertisement. A private session is not
    /// shown, because the listener asked for that.
    /// </summary>
    internal static NowPlaying? Of(int userId, CurrentlyPlaying? playing, DateTimeOffset now)
    {
        if (playing is null or CurrentlyPlayingContext { Device.IsPrivateSession: true }) return null;
        if (LibraryRows.Of(new PlaylistTrack { Item = playing.Item }) is not { Kind: "TRACK" or "EPISODE", Name.Length: > 0 } row)
            return null;
        return new NowPlaying
        {
            UserId = userId,
            Kind = row.Kind == "TRACK" ? PlaylistItemKind.Track : PlaylistItemKind.Episode,
            SpotifyId = row.SpotifyId,
            Name = row.Name,
            Artists = row.Kind == "TRACK" ? row.ByNames : [],
            PartOf = row.PartOf,
            ImageUrl = row.ImageUrl,
            IsPlaying = playing.IsPlaying ?? false,
            ProgressMs = playing.ProgressMs,
            DurationMs = row.DurationMs,
            AsOf = now,
        };
    }
}
