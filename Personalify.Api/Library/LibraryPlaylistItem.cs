using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Personalify.Api.Library;

[GraphQLDescription("An entry of a playlist: a track, an episode, or a file of the owner's own.")]
public sealed record LibraryPlaylistItem
{
    [GraphQLIgnore]
    public int UserId { get; init; }

    [GraphQLIgnore]
    public string PlaylistId { get; init; } = "";

    [GraphQLDescription("Counted from 0 among the entries that are still there.")]
    public int Place { get; init; }

    [GraphQLDescription("What it is.")]
    public PlaylistItemKind Kind { get; init; }

    [GraphQLDescription("Spotify's id; null for a file of the owner's own.")]
    public string? SpotifyId { get; init; }

    [GraphQLDescription("As Spotify names it; empty where Spotify withholds the name.")]
    public required string Name { get; init; }

    [GraphQLIgnore]
    public string[] ByNames { get; init; } = [];

    [GraphQLDescription("Who plays it, in Spotify's order; of an episode who makes its podcast, where Spotify says so.")]
    public IReadOnlyList<string> Artists => ByNames;

    [GraphQLDescription("The album of a track or the podcast of an episode, or null.")]
    public string? PartOf { get; init; }

    [GraphQLDescription("The address of its picture at Spotify, or null.")]
    public string? ImageUrl { get; init; }

    [GraphQLDescription("When it was put into the playlist, UTC; null in old playlists.")]
    public DateTimeOffset? AddedAt { get; init; }

    [GraphQLDescription("How long it is, in milliseconds.")]
    public int? DurationMs { get; init; }

    [GraphQLDescription("Whether it is a file on the owner's device, which Spotify does not have.")]
    public bool IsLocal { get; init; }

    [GraphQLDescription("Its page at Spotify; null for what has none there.")]
    public string? Url => Kind == PlaylistItemKind.Other ? null : SpotifyLink.Of(Kind == PlaylistItemKind.Track ? "track" : "episode",
        SpotifyId);
}

[GraphQLDescription("What stands in a playlist.")]
public enum PlaylistItemKind
{
    [GraphQLDescription("A track.")]
    Track,

    [GraphQLDescription("An episode of a podcast.")]
    Episode,

    [GraphQLDescription("Something that this version does not know.")]
    Other,
}

public sealed class LibraryPlaylistItemMapping : IEntityTypeConfiguration<LibraryPlaylistItem>
{
    public void Configure(EntityTypeBuilder<LibraryPlaylistItem> builder)
    {
        builder.ToTable("playlist_items");
        builder.HasKey(item => new { item.UserId, item.PlaylistId, item.Place });
        builder.Ignore(item => item.Artists);
        builder.Ignore(item => item.Url);
        builder.Property(item => item.Kind).HasConversion(
            kind => kind.ToString().ToUpperInvariant(), text => Enum.Parse<PlaylistItemKind>(text, ignoreCase: true));
    }
}
