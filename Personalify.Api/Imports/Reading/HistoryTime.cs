using System.Globalization;
using System.Text;

namespace Personalify.Api.Imports.Reading;

/// <summary>
/// The end of a play: <c>2021-04-22T05:41:07Z</c>, also with a blank for the T, with parts of a second or an offset (extended history), or
/// <c>2021-04-22 05:41</c>, which is UTC without saying so (account data). Whole seconds are kept.
/// </summary>
internal static class HistoryTime
{
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (text.Length < 16 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)' ') || text[13] != ':') return false;
        if (text.Length is not (16 or 19 or 20) || (text.Length == 20 && text[19] != 'Z')) return TryParseUnusual(text, out time);
        if (text.Length > 16 && text[16] != ':') return false;
        var second = text.Length > 16 ? Number(text.Slice(17, 2)) : 0;
        return TryMake(Number(text[..4]), Number(text.Slice(5, 2)), Number(text.Slice(8, 2)), Number(text.Slice(11, 2)), Number(text.Slice(14, 2)), second, out time);
    }

    private static bool TryParseUnusual(ReadOnlySpan<byte> text, out DateTime time)
    {
        var styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var read = Encoding.ASCII.GetString(text[..Math.Min(text.Length, 40)]).Replace(" UTC", "Z", StringComparison.Ordinal);
        if (!DateTime.TryParse(read, CultureInfo.InvariantCulture, styles, out time)) return false;
        time = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
        return true;
    }

    private static bool TryMake(int year, int month, int day, int hour, int minute, int second, out DateTime time)
    {
        time = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        time = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
        return true;
    }

    /// <summary>The number, or -1 where something else than digits stands.</summary>
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            number = (number * 10) + (digit - '0');
        }
        return number;
    }
}
