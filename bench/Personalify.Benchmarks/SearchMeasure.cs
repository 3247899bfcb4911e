using System.Diagnostics;

namespace Personalify.Benchmarks;

/// <summary>
/// A search as the shell's suggestions ask it while one types, for a listener with 100,000 tracks: over HTTP, one at a time, warm.
/// </summary>
internal sealed class SearchMeasure : IMeasure
{
    private const int Tracks = 100_000;
    private const double MillisecondsAllowed = 50;
    private const int WarmUps = 50;
    private const int Requests = 300;

    private const string Query =
        """
        query($text: String!) { search(text: $text, first: 4) {
          artists { id name imageUrl }
          albums { id name imageUrl artist { id name } }
          tracks { id name imageUrl artist { id name } }
        } }
        """;

    public string Name => "search";

    public string Description =>
        "milliseconds of a search for the start of names, parts of them and names that do not exist, among 100,000 tracks";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        await using var api = await ApiUnderTest.StartAsync(cancellationToken);
        await new ListeningData(api.Source).WriteListenerAsync(cancellationToken, Tracks);
        var random = new Random(1);
        List<double> milliseconds = [];
        for (var i = -WarmUps; i < Requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await api.QueryAsync(Query, new { text = TextOf(random) }, cancellationToken);
            if (i >= 0) milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        milliseconds.Sort();
        return
        [
            new("median", milliseconds[Requests / 2], "ms"),
            new("p95", milliseconds[Requests * 95 / 100], "ms", MillisecondsAllowed),
        ];
    }

    /// <summary>From one letter, which every name has, to a whole name and to one that does not exist.</summary>
    private static string TextOf(Random random) => random.Next(4) switch
    {
        0 => "Trackartistalbum".Substring(random.Next(15), 1),
        1 => $"tráck {random.Next(Tracks)}",
        2 => $"{random.Next(1_000)}",
        _ => $"nothing {random.Next(Tracks)}",
    };
}
