using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Personalify.Api.Catalog;

public sealed class ArtistMapping : IEntityTypeConfiguration<Artist>
{
    public void Configure(EntityTypeBuilder<Artist> builder)
    {
        builder.ToTable("artists");
        builder.Property(artist => artist.Id).HasColumnName("id");
        builder.Property(artist => artist.SpotifyId).HasColumnName("spotify_id");
        builder.Property(artist => artist.Name).HasColumnName("name");
        builder.Property(artist => artist.ImageUrl).HasColumnName("image_url");
        builder.Property(artist => artist.Popularity).HasColumnName("popularity");
        builder.Property(artist => artist.Genres).HasColumnName("genres");
    }
}

public sealed class AlbumMapping : IEntityTypeConfiguration<Album>
{
    public void Configure(EntityTypeBuilder<Album> builder)
    {
        builder.ToTable("albums");
        builder.Property(album => album.Id).HasColumnName("id");
        builder.Property(album => album.SpotifyId).HasColumnName("spotify_id");
        builder.Property(album => album.Name).HasColumnName("name");
        builder.Property(album => album.ImageUrl).HasColumnName("image_url");
        builder.Property(album => album.ReleaseDate).HasColumnName("release_date");
        builder.Property(album => album.ArtistId).HasColumnName("artist_id");
    }
}

public sealed class TrackMapping : IEntityTypeConfiguration<Track>
{
    public void Configure(EntityTypeBuilder<Track> builder)
    {
        builder.ToTable("tracks");
        builder.Property(track => track.Id).HasColumnName("id");
        builder.Property(track => track.SpotifyId).HasColumnName("spotify_id");
        builder.Property(track => track.Name).HasColumnName("name");
        builder.Property(track => track.DurationMs).HasColumnName("duration_ms");
        builder.Property(track => track.Popularity).HasColumnName("popularity");
        builder.Property(track => track.PreviewUrl).HasColumnName("preview_url");
        builder.Property(track => track.ImageUrl).HasColumnName("image_url");
        builder.Property(track => track.ArtistId).HasColumnName("artist_id");
        builder.Property(track => track.AlbumId).HasColumnName("album_id");
    }
}
