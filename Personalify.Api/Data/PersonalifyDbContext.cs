using Microsoft.EntityFrameworkCore;

namespace Personalify.Api.Data;

/// <summary>
/// The record in Postgres, read without tracking. It knows no feature: each feature folder maps its own rows with an
/// <see cref="IEntityTypeConfiguration{TEntity}"/>, found here, and reads them with <c>Set&lt;TRow&gt;()</c>.
/// </summary>
public sealed class PersonalifyDbContext(DbContextOptions<PersonalifyDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PersonalifyDbContext).Assembly);
}
