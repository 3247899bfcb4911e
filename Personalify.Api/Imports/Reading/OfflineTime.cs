using System.Text.Json;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>
/// Where a play that happened without a connection stands. Its <c>ts</c> is the moment at which the device reported it, often hours or
/// days later and the same for a whole flight; <c>offline_timestamp</c> is the moment at which it began, by the device's own clock.
/// </summary>
internal static class OfflineTime
{
    /// <summary>
    /// Spotify lets a device play downloads for 30 days before it has to connect; one more day is for clocks that go wrong.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(31);

    /// <summary>Above this a number counts milliseconds: as seconds it is in the year 5138, as milliseconds in 1973.</summary>
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>The last second that a play can have (Domain, PlayTime).</summary>
    private static readonly DateTime Last = new(2067, 12, 31, 23, 59, 59, DateTimeKind.Utc);

    /// <summary>
    /// The row's <c>offline_timestamp</c> in whole seconds, or null where it says nothing: absent, null, 0, 1, or no time from
    /// <paramref name="first"/> to <see cref="Last"/>. Older exports count seconds, newer ones milliseconds. It is part of what makes a
    /// play, so it does not depend on when the file is read.
    /// </summary>
    public static DateTime? Read(RawRow row, DateTime first)
    {
        if (row.Kind != ImportFileKind.ExtendedHistory || row.TypeOf(HistoryField.OfflineTimestamp) != JsonTokenType.Number) return null;
        if (!WholeNumber.TryParse(row.Raw(HistoryField.OfflineTimestamp), out var number)) return null;
        var seconds = number >= FirstMilliseconds ? number / 1_000 : number;
        return seconds >= SecondsOf(first) && seconds <= SecondsOf(Last) ? DateTime.UnixEpoch.AddSeconds(seconds) : null;
    }

    /// <summary>
    /// The end of a play: its beginning without a connection and its length, where the row says that it was offline and that end lies at
    /// or before <paramref name="reportedAt"/> by no more than <see cref="LongestWait"/>; the time at which it was reported otherwise.
    /// </summary>
    public static DateTime EndOf(RawRow row, DateTime reportedAt, DateTime? offlineAt, int msPlayed)
    {
        if (offlineAt is not { } began || row.Flag(HistoryField.Offline) != true) return reportedAt;
        var ended = began.AddSeconds(msPlayed / 1_000);
        return ended <= reportedAt && reportedAt - ended <= LongestWait ? ended : reportedAt;
    }

    private static long SecondsOf(DateTime time) => (long)(time - DateTime.UnixEpoch).TotalSeconds;
}
