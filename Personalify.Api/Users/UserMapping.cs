using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Personalify.Api.Users;

public sealed class UserMapping : IEntityTypeConfiguration<User>
{
    /// <summary>Not a property of <see cref="User"/>, so that no answer, log or comparison of users can carry it.</summary>
    public const string PasswordHash = "PasswordHash";

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Id).HasColumnName("id").UseIdentityAlwaysColumn();
        builder.Property(user => user.SpotifyId).HasColumnName("spotify_id");
        builder.Property(user => user.Name).HasColumnName("name");
        builder.Property(user => user.DisplayName).HasColumnName("display_name");
        builder.Property<string?>(PasswordHash).HasColumnName("password_hash");
        builder.Property(user => user.Role).HasColumnName("role").HasConversion(
            role => role == UserRole.Administrator ? "ADMINISTRATOR" : "LISTENER",
            text => text == "ADMINISTRATOR" ? UserRole.Administrator : UserRole.Listener);
        builder.Property(user => user.TimeZone).HasColumnName("time_zone");
        builder.Property(user => user.IsDemo).HasColumnName("is_demo");
        builder.Property(user => user.ImageUrl).HasColumnName("image_url");
        builder.Property(user => user.CreatedAt).HasColumnName("created_at");
    }
}
