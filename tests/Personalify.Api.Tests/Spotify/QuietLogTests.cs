using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.Api.Tests.Sync;
using Personalify.Testing;

namespace Personalify.Api.Tests.Spotify;

/// <summary>What the Api's log holds of a synchronization at the levels that it has without further settings.</summary>
public sealed class QuietLogTests
{
    [StoreFact]
    public async Task The_tries_of_calls_to_Spotify_are_no_lines_of_the_log()
    {
        using var log = new Kept();
        await using var home = await SyncHome.StartAsync(
            services => services.AddSingleton<ILoggerProvider>(log), ("Logging:LogLevel:Default", "Information"));
        using var ada = await home.ConnectAsync("ada");

        await home.SyncAsync(ada, "TOP_LISTS");

        Assert.NotEmpty(home.Spotify.Requests.All);
        Assert.NotEmpty(log.Categories);
        Assert.DoesNotContain(log.Categories, category => category.StartsWith("Polly", StringComparison.Ordinal));
    }

    private sealed class Kept : ILoggerProvider
    {
        public ConcurrentQueue<string> Categories { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

        public void Dispose() => Categories.Clear();

        private sealed class Category(Kept kept, string name) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                kept.Categories.Enqueue(name);
        }
    }
}
