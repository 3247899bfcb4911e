using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Personalify.Testing;

/// <summary>Keeps all that is logged: each line with its message, its values and its exception.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

    /// <summary>Keeps the lines, because a test may look at them after what wrote them has ended.</summary>
    public void Dispose()
    {
    }
}
