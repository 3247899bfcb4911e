using System.Globalization;
using System.Text;

namespace Personalify.Web.Components;

/// <summary>A line without axes in a box of 120 × 28; the figure beside it says what it is.</summary>
public static class Sparkline
{
    private const double Width = 120;
    private const double Top = 3;
    private const double Height = 22;

    public static string Path(IReadOnlyList<long> values)
    {
        if (values.Count < 2) return "";
        var most = Math.Max(1, values.Max());
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            var x = Width * i / (values.Count - 1);
            var y = Top + (Height * (1 - (values[i] / (double)most)));
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
        }

        return path.ToString();
    }
}
