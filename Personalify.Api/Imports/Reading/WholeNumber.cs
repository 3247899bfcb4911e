using System.Buffers.Text;

namespace Personalify.Api.Imports.Reading;

/// <summary>
/// A whole number as JSON may write it: <c>200000</c>, <c>2e5</c> and <c>200000.0</c> are the same. One that no <see cref="long"/> holds
/// becomes the nearest that it does hold, which every limit refuses.
/// </summary>
internal static class WholeNumber
{
    /// <summary>False for a fraction. A double tells every whole number apart up to 2^53, far above any time or length.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, out long number)
    {
        if (Utf8Parser.TryParse(json, out number, out var used) && used == json.Length) return true;
        if (!Utf8Parser.TryParse(json, out double real, out used) || used != json.Length || Math.Truncate(real) != real) return false;
        number = (long)real;
        return true;
    }
}
