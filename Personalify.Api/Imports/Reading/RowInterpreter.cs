using System.Globalization;
using System.Text.Json;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>A row that is a play: when, how long, of what kind. Its names stay in the raw row until they are needed.</summary>
/// <param name="EndedAt">Where the play stands: <see cref="OfflineTime.EndOf"/>.</param>
/// <param name="MsPlayed">How long it lasted.</param>
/// <param name="Kind">What was played.</param>
/// <param name="ReportedAt">The row's own time (<c>ts</c> or <c>endTime</c>) in whole seconds.</param>
/// <param name="OfflineAt">
/// When it began by the device's clock, of every row that says so, offline or not: rows that differ only in it are different plays.
/// </param>
internal readonly record struct PlayRow(DateTime EndedAt, int MsPlayed, PlayKind Kind, DateTime ReportedAt, DateTime? OfflineAt)
{
    /// <summary>Whether the play stands elsewhere than at the time at which it was reported.</summary>
    public bool IsPlacedOffline => EndedAt != ReportedAt;
}

/// <summary>Decides whether a row is a play, and if not, why.</summary>
internal sealed class RowInterpreter(TimeProvider clock)
{
    /// <summary>Spotify was founded in April 2006.</summary>
    private static readonly DateTime FirstTime = new(2006, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A week. The longest play seen lasts 5.5 hours; an endless stream may last longer.</summary>
    private const long LongestPlay = 7 * 24 * 60 * 60 * 1000;

    /// <summary>A device's clock may run ahead.</summary>
    private readonly DateTime _lastTime = clock.GetUtcNow().UtcDateTime.AddDays(2);

    /// <summary>Null and the play, or why the row is none.</summary>
    public Drop? Interpret(RawRow row, out PlayRow play)
    {
        play = default;
        if (!row.IsObject) return new Drop(DropReason.WrongType, "is not an object");
        if (ReadTime(row, out var time) is { } noTime) return noTime;
        if (ReadLength(row, out var length) is { } noLength) return noLength;
        if (WrongName(row) is { } wrongName) return wrongName;
        var offlineAt = OfflineTime.Read(row, FirstTime);
        play = new PlayRow(OfflineTime.EndOf(row, time, offlineAt, length), length, PlayKinds.Of(row), time, offlineAt);
        return null;
    }

    private Drop? ReadTime(RawRow row, out DateTime time)
    {
        time = default;
        var type = row.TypeOf(HistoryField.EndedAt);
        if (type is JsonTokenType.None or JsonTokenType.Null) return new Drop(DropReason.NoTime, "has no time (ts or endTime)");
        if (type != JsonTokenType.String) return new Drop(DropReason.WrongType, "has a time that is no text");
        if (row.Raw(HistoryField.EndedAt).IsEmpty) return new Drop(DropReason.NoTime, "has an empty time");
        if (!HistoryTime.TryParse(row.Raw(HistoryField.EndedAt), out time))
            return new Drop(DropReason.WrongType, $"has the time “{row.Excerpt(HistoryField.EndedAt)}”, which is none");
        return time >= FirstTime && time <= _lastTime
            ? null
            : new Drop(
                DropReason.OutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"ended at {time:yyyy-MM-dd HH:mm}, before Spotify existed or in the future"));
    }

    private static Drop? ReadLength(RawRow row, out int length)
    {
        length = 0;
        var type = row.TypeOf(HistoryField.MsPlayed);
        if (type is JsonTokenType.None or JsonTokenType.Null) return new Drop(DropReason.NoLength, "has no length (ms_played or msPlayed)");
        var raw = row.Raw(HistoryField.MsPlayed);
        if (type != JsonTokenType.Number || !WholeNumber.TryParse(raw, out var ms))
            return new Drop(DropReason.WrongType, "has a length that is no whole number of milliseconds");
        if (ms is < 0 or > LongestPlay)
            return new Drop(DropReason.OutOfRange, $"lasted {row.Excerpt(HistoryField.MsPlayed)} ms, which no play does");
        length = (int)ms;
        return null;
    }

    private static Drop? WrongName(RawRow row)
    {
        for (var field = HistoryField.TrackUri; field <= HistoryField.ChapterTitle; field++)
        {
            var type = row.TypeOf(field);
            if (type is JsonTokenType.True or JsonTokenType.False or JsonTokenType.StartObject or JsonTokenType.StartArray)
                return new Drop(
                    DropReason.WrongType, $"has something else than a text as “{HistoryFields.PropertyOf(field, row.Kind)}”");
        }
        return null;
    }
}

/// <summary>Why one row does not count.</summary>
internal readonly record struct Drop(DropReason Reason, string What);
