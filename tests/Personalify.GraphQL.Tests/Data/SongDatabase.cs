using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Data;

/// <summary>The songs in tables of their own, and the statements that were run on them.</summary>
public sealed class SongDatabase : IAsyncLifetime
{
    private TestDatabase? _database;

    public ConcurrentQueue<string> Statements { get; } = new();

    public ServiceProvider Services(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        configure?.Invoke(services);
        return Add(services).BuildServiceProvider();
    }

    private IServiceCollection Add(IServiceCollection services) => services
        .AddDbContextFactory<SongContext>(options => options.UseNpgsql(_database!.ConnectionString)
            .LogTo(Note, [RelationalEventId.CommandExecuted], LogLevel.Information, DbContextLoggerOptions.None))
        .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<SongContext>>().CreateDbContext());

    public async Task InitializeAsync()
    {
        if (new StoreFactAttribute().Skip is not null) return;
        _database = await TestDatabase.CreateAsync();
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<SongContext>();
        await context.Database.EnsureCreatedAsync();
        context.AddRange(Songs.All());
        await context.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>The first line tells time and parameters, the rest is the statement.</summary>
    private void Note(string message) => Statements.Enqueue(message[(message.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
}

public sealed class SongContext(DbContextOptions<SongContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // Collation C orders as .NET's ordinal comparison does.
        modelBuilder.Entity<Songs.Song>().Property(song => song.Title).UseCollation("C");
        modelBuilder.Entity<Songs.Song>().HasMany(song => song.Reviews).WithOne();
    }
}

/// <summary>Says which parameters of resolvers are services.</summary>
internal sealed class SongServices : IServiceProviderIsService
{
    public bool IsService(Type serviceType) => serviceType == typeof(SongContext);
}
