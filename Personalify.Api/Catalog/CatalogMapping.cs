using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Personalify.Api.Catalog;

public sealed class ArtistMapping : IEntityTypeConfiguration<Artist>
{
    public void Configure(EntityTypeBuilder<Artist> builder)
    {
        builder.ToTable("artists");
        builder.HasKey(artist => new { artist.UserId, artist.Number });
        builder.Ignore(artist => artist.Id);
        builder.Property(artist => artist.UserId).HasColumnName("user_id");
        builder.Property(artist => artist.Number).HasColumnName("id");
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
        builder.HasKey(album => new { album.UserId, album.Number });
        builder.Ignore(album => album.Id);
        builder.Property(album => album.UserId).HasColumnName("user_id");
        builder.Property(album => album.Number).HasColumnName("id");
        builder.Property(album => album.SpotifyId).HasColumnName("spotify_id");
        builder.Property(album => album.Name).HasColumnName("name");
        builder.Property(album => album.ImageUrl).HasColumnName("image_url");
        builder.Property(album => album.ReleaseDate).HasColumnName("release_date");
        builder.Property(album => album.ArtistNumber).HasColumnName("artist_id");
    }
}

public sealed class TrackMapping : IEntityTypeConfiguration<Track>
{
    public void Configure(EntityTypeBuilder<Track> builder)
    {
        builder.ToTable("tracks");
        builder.HasKey(track => new { track.UserId, track.Number });
        builder.Ignore(track => track.Id);
        builder.Property(track => track.UserId).HasColumnName("user_id");
        builder.Property(track => track.Number).HasColumnName("id");
        builder.Property(track => track.SpotifyId).HasColumnName("spotify_id");
        builder.Property(track => track.Name).HasColumnName("name");
        builder.Property(track => track.DurationMs).HasColumnName("duration_ms");
        builder.Property(track => track.Popularity).HasColumnName("popularity");
        builder.Property(track => track.PreviewUrl).HasColumnName("preview_url");
        builder.Property(track => track.ImageUrl).HasColumnName("image_url");
        builder.Property(track => track.ArtistNumber).HasColumnName("artist_id");
        builder.Property(track => track.AlbumNumber).HasColumnName("album_id");
    }
}
