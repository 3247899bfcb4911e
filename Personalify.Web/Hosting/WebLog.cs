namespace Personalify.Web.Hosting;

/// <summary>Everything the Web logs. No personal field appears in a message.</summary>
public static partial class WebLog
{
    [LoggerMessage(200, LogLevel.Warning, "The Api at {Address} does not answer: {Reason}")]
    public static partial void ApiUnavailable(this ILogger logger, Uri address, string reason);

    [LoggerMessage(201, LogLevel.Error, "The Api did not give what the page {Path} asked for")]
    public static partial void ApiFailed(this ILogger logger, string path, Exception exception);

    [LoggerMessage(202, LogLevel.Information, "The cover {Id} is not shown: {Reason}")]
    public static partial void CoverMissing(this ILogger logger, Covers.CoverId id, string reason);
}
