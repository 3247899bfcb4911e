using System.Globalization;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>A value as an error message shows it: short, whatever a client sent.</summary>
internal static class ShownValue
{
    private const int MaxLength = 80;

    public static string Of(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}…";
    }
}
