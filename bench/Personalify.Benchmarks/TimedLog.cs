using System.Diagnostics;
using System.Globalization;

namespace Personalify.Benchmarks;

/// <summary>The lines of a log that another program writes, each with the time at which it was seen first.</summary>
internal sealed class TimedLog(string path)
{
    private const int Width = 100;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<(TimeSpan At, string Line)> _lines = [];

    public string Path => path;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>A condition for waiting: whether a line has come that begins so.</summary>
    public Func<CancellationToken, Task<bool>> HasLineAsync(string start) => async token =>
    {
        if (!File.Exists(path)) return false;
        var now = Elapsed;
        var lines = await File.ReadAllLinesAsync(path, token);
        _lines.AddRange(lines.Skip(_lines.Count).Select(line => (now, line)));
        return lines.Any(line => line.StartsWith(start, StringComparison.Ordinal));
    };

    public override string ToString() => string.Join('\n', _lines.Where(entry => entry.Line.Length > 0).Select(entry =>
        string.Create(CultureInfo.InvariantCulture, $"  {entry.At.TotalSeconds,6:0.0} s  {entry.Line[..Math.Min(entry.Line.Length, Width)]}")));
}
