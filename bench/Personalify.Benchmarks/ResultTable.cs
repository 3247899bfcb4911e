using System.Globalization;

namespace Personalify.Benchmarks;

/// <summary>Figures for people.</summary>
internal static class ResultTable
{
    public static void Write(TextWriter output, IMeasure measure, IReadOnlyList<Figure> figures)
    {
        output.WriteLine();
        output.WriteLine($"{measure.Name}: {measure.Description}");
        var width = figures.Max(figure => figure.Name.Length);
        foreach (var figure in figures) output.WriteLine($"  {figure.Name.PadRight(width)}  {Format(figure.Value),10} {figure.Unit,-4} {Verdict(figure)}".TrimEnd());
    }

    private static string Verdict(Figure figure) => figure switch
    {
        { AtMost: { } most } => $"{(figure.IsKept ? "kept" : "MISSED")}: at most {Format(most)} {figure.Unit}",
        { AtLeast: { } least } => $"{(figure.IsKept ? "kept" : "MISSED")}: at least {Format(least)} {figure.Unit}",
        _ => "",
    };

    private static string Format(double value) => value.ToString(Math.Abs(value) < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
