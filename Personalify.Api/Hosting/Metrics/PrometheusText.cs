using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Personalify.Api.Hosting.Metrics;

/// <summary>Writes metrics in Prometheus's text format 0.0.4, with the names that OpenTelemetry gives them there.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Base units become a suffix; what counts things in braces has none.</summary>
    public static string Name(Instrument instrument, bool isCounter)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", _ => "" };
        return Sanitize(instrument.Name) + unit + (isCounter ? "_total" : "");
    }

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            var label = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(text.Length == 0 ? "" : ",").Append(Sanitize(key)).Append("=\"").Append(Escape(label)).Append('"');
        }

        return text.ToString();
    }

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(family.Help.ReplaceLineEndings(" ")).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type).Append('\n');
            foreach (var (labels, series) in family.Series) Append(text, family.Name, labels, series);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string labels, MetricSeries series)
    {
        if (series is HistogramSeries histogram) AppendHistogram(text, name, labels, histogram);
        else AppendLine(text, name, labels, ((NumberSeries)series).Value);
    }

    private static void AppendHistogram(StringBuilder text, string name, string labels, HistogramSeries series)
    {
        var (counts, sum) = series.Read();
        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            var bound = i < series.Bounds.Count ? Number(series.Bounds[i]) : "+Inf";
            AppendLine(text, name + "_bucket", $"{labels}{(labels.Length == 0 ? "" : ",")}le=\"{bound}\"", total);
        }

        AppendLine(text, name + "_sum", labels, sum);
        AppendLine(text, name + "_count", labels, total);
    }

    private static void AppendLine(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Sanitize(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
