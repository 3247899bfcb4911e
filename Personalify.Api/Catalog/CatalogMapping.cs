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
        builder.Property(artist => artist.Number).HasColumnName("id");
        builder.Property(artist => artist.NameSource).HasLetters();
    }
}

public sealed class AlbumMapping : IEntityTypeConfiguration<Album>
{
    public void Configure(EntityTypeBuilder<Album> builder)
    {
        builder.ToTable("albums");
        builder.HasKey(album => new { album.UserId, album.Number });
        builder.Ignore(album => album.Id);
        builder.Property(album => album.Number).HasColumnName("id");
        builder.Property(album => album.NameSource).HasLetters();
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
        builder.Property(track => track.Number).HasColumnName("id");
        builder.Property(track => track.NameSource).HasLetters();
        builder.Property(track => track.ArtistNumber).HasColumnName("artist_id");
        builder.Property(track => track.AlbumNumber).HasColumnName("album_id");
    }
}
