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
        builder.Property(user => user.Id).UseIdentityAlwaysColumn();
        builder.Property<string?>(PasswordHash);
        builder.Property(user => user.HasPassword).ValueGeneratedOnAddOrUpdate();
        builder.Property(user => user.Role).HasConversion(
            role => role == UserRole.Administrator ? "ADMINISTRATOR" : "LISTENER",
            text => text == "ADMINISTRATOR" ? UserRole.Administrator : UserRole.Listener);
    }
}
