using Microsoft.Extensions.Logging;

namespace Personalify.GraphQL;

/// <summary>Everything that the engine logs.</summary>
internal static partial class GraphQLLog
{
    [LoggerMessage(1, LogLevel.Error, "{Type}.{Field} failed.")]
    public static partial void ResolverFailed(ILogger logger, string type, string field, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "{Type}.{Field} kept its thread for {Milliseconds:F0} ms before it first waited; nothing else of the request ran meanwhile. Await I/O instead of blocking on it.")]
    public static partial void ResolverBlocks(ILogger logger, string type, string field, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "A request failed inside the engine.")]
    public static partial void RequestFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "A request took longer than {Seconds:F0} s and was given up.")]
    public static partial void RequestTimedOut(ILogger logger, double seconds);

    [LoggerMessage(5, LogLevel.Error, "The services of a request could not be disposed of.")]
    public static partial void DisposalFailed(ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Error, "The source stream of {Field} could not be disposed of.")]
    public static partial void SourceDisposalFailed(ILogger logger, string field, Exception exception);

    [LoggerMessage(7, LogLevel.Error, "A GraphQL socket failed and was closed.")]
    public static partial void SocketFailed(ILogger logger, Exception exception);

    [LoggerMessage(8, LogLevel.Warning, "A GraphQL socket was refused: the page {Origin} is not of this host ({Host}). Name it in Sockets.AllowedOrigins if it may act for who is signed in.")]
    public static partial void ForeignOrigin(ILogger logger, string origin, string host);
}
