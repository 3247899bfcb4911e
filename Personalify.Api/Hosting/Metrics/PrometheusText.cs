using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Personalify.Api.Hosting.Metrics;

/// <summary>Writes metrics in Prometheus's text format 0.0.4, with the names that OpenTelemetry gives them there.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Base units become a suffix; what counts things in braces has none.</summary>
    public static string Name(Instrument instrument, string type)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            "%" => "_percent",
            "1" when type == "gauge" => "_ratio",
            _ => "",
        };
        var name = Append(Sanitize(instrument.Name), unit);
        return type == "counter" ? Append(name, "_total") : name;
    }

    /// <summary>Tags as labels, in the order of their names, so that a combination is one series whatever order it is measured in.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, tag) in tags)
        {
            var (name, value) = (Sanitize(key), Convert.ToString(tag, CultureInfo.InvariantCulture) ?? "");
            sorted[name] = sorted.TryGetValue(name, out var other) ? $"{other};{value}" : value;
        }

        return string.Join(',', sorted.Select(label => $"{label.Key}=\"{Escape(label.Value)}\""));
    }

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(EscapeHelp(family.Help)).Append('\n');
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

    /// <summary>Letters, digits and underscores, no digit first: what a name may be made of.</summary>
    private static string Sanitize(string name)
    {
        var text = string.Create(name.Length, name, static (span, name) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsAsciiLetterOrDigit(name[i]) ? name[i] : '_';
        });
        return text.Length == 0 || char.IsAsciiDigit(text[0]) ? "_" + text : text;
    }

    private static string Append(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name : name + suffix;

    private static string Escape(string value) => EscapeHelp(value).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string EscapeHelp(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings("\n").Replace("\n", "\\n", StringComparison.Ordinal);
}
