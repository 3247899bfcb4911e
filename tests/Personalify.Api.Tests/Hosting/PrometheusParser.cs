using System.Globalization;
using System.Text.RegularExpressions;

namespace Personalify.Api.Tests.Hosting;

/// <summary>
/// Reads Prometheus's text format 0.0.4 by its rules, and refuses what breaks one: names, escapes, one block for a family with its type
/// first, no series twice, counters that are not negative, histograms whose buckets add up.
/// </summary>
internal sealed partial class PrometheusParser
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _helped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);
    private readonly List<Sample> _all = [];
    private string _family = "";

    internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

    public static IReadOnlyList<Sample> Parse(string text)
    {
        var parser = new PrometheusParser();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        foreach (var line in text[..^1].Split('\n')) parser.Read(line);
        foreach (var (family, type) in parser._types) if (type == "histogram") parser.CheckHistogram(family);
        return parser._all;
    }

    private void Read(string line)
    {
        if (line.StartsWith('#')) ReadComment(line);
        else ReadSample(line);
    }

    private void ReadComment(string line)
    {
        var comment = Comment().Match(line);
        Assert.True(comment.Success, line);
        var (name, rest) = (comment.Groups["name"].Value, comment.Groups["rest"].Value);
        if (comment.Groups["what"].Value == "HELP")
        {
            Assert.True(_helped.Add(name), $"{name} is explained twice.");
            Assert.DoesNotMatch(@"(?<!\\)(\\\\)*\\[^\\n]", rest);
            return;
        }

        Assert.Contains(rest, new[] { "counter", "gauge", "histogram", "summary", "untyped" });
        Assert.True(_types.TryAdd(name, rest), $"{name} has two types, or two blocks.");
        _family = name;
    }

    private void ReadSample(string line)
    {
        var sample = Line().Match(line);
        Assert.True(sample.Success, line);
        var name = sample.Groups["name"].Value;
        Assert.True(BelongsTo(name, _family), $"{name} stands in the block of {_family}.");
        var names = sample.Groups["label"].Captures.Select(capture => capture.Value).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        var labels = names.Zip(sample.Groups["value"].Captures, (label, value) => (label, value: Unescape(value.Value))).ToDictionary(pair => pair.label, pair => pair.value);
        var number = Number(sample.Groups["number"].Value);
        if (_types[_family] == "counter") Assert.True(number >= 0 && name.EndsWith("_total", StringComparison.Ordinal), line);
        Assert.True(_samples.TryAdd(Key(name, labels), number), $"Twice: {line}");
        _all.Add(new Sample(name, labels, number));
    }

    private bool BelongsTo(string name, string family) => name == family ? _types[family] != "histogram"
        : _types[family] == "histogram" && (name == family + "_bucket" || name == family + "_sum" || name == family + "_count");

    private void CheckHistogram(string family)
    {
        foreach (var series in _all.Where(sample => sample.Name == family + "_bucket").GroupBy(sample => Key("", sample.Labels.Where(label => label.Key != "le"))))
        {
            var buckets = series.Select(bucket => (Bound: Number(bucket.Labels["le"]), bucket.Value)).ToList();
            Assert.Equal(buckets.OrderBy(bucket => bucket.Bound), buckets);
            Assert.Equal(buckets.OrderBy(bucket => bucket.Value).Select(bucket => bucket.Value), buckets.Select(bucket => bucket.Value));
            Assert.Equal(double.PositiveInfinity, buckets[^1].Bound);
            Assert.Equal(buckets[^1].Value, _samples[family + "_count" + series.Key]);
            Assert.True(_samples.ContainsKey(family + "_sum" + series.Key));
        }
    }

    private static string Key(string name, IEnumerable<KeyValuePair<string, string>> labels) =>
        name + string.Concat(labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"|{label.Key}={label.Value}"));

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static string Unescape(string text) => Escape().Replace(text, match => match.Value == @"\n" ? "\n" : match.Value[1..]);

    [GeneratedRegex(@"^# (?<what>HELP|TYPE) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<rest>.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex(
        """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"""
        + """(\{((?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\]|\\[\\"n])*)"("""
        + """,(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\]|\\[\\"n])*)")*)?\})? """
        + """(?<number>NaN|[+-]Inf|-?[0-9.]+([eE][+-]?[0-9]+)?)$""")]
    private static partial Regex Line();

    [GeneratedRegex("""\\[\\"n]""")]
    private static partial Regex Escape();
}
