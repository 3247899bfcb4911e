using System.Diagnostics;
using System.Globalization;

namespace Personalify.Benchmarks;

/// <summary>
/// Everything that <c>User.listening</c> offers, over random periods, for the listener with most plays, as a client sees it: over HTTP,
/// one at a time, warm.
/// </summary>
internal sealed class ListeningMeasure : IMeasure
{
    private const double MillisecondsAllowed = 30;
    private const double GrowthAllowed = 1.3;
    private const int WarmUps = 100;
    private const int Requests = 400;

    private const string Query =
        """
        query($period: PeriodInput!) { me { listening(period: $period) {
          period { days }
          totals { plays msPlayed tracks artists albums newArtists activeDays longestStreak { days from to } }
          topTracks { rank track { id name imageUrl artist { id name } } plays msPlayed }
          topArtists { rank artist { id name imageUrl } plays msPlayed tracks }
          topAlbums { rank album { id name imageUrl artist { id name } } plays msPlayed }
          byHour { hour plays msPlayed }
          byWeekdayHour { weekday hour plays msPlayed }
          byDay { day plays msPlayed }
          byMonth { month plays msPlayed }
        } } }
        """;

    public string Name => "listening";

    public string Description =>
        "milliseconds of a full `listening` over a random period, for a listener with 500,000 plays among millions of others'";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        await using var api = await ApiUnderTest.StartAsync(cancellationToken);
        var data = new ListeningData(api.Source);
        await data.WriteListenerAsync(cancellationToken);
        await data.GrowAsync(5_000_000, progress, cancellationToken);
        var five = await MeasureAsync(api, progress, cancellationToken);
        await data.GrowAsync(10_000_000, progress, cancellationToken);
        var ten = await MeasureAsync(api, progress, cancellationToken);
        return
        [
            new("median, 5 million plays", Percentile(five, 0.5), "ms"),
            new("p95, 5 million plays", Percentile(five, 0.95), "ms"),
            new("median, 10 million plays", Percentile(ten, 0.5), "ms"),
            new("p95, 10 million plays", Percentile(ten, 0.95), "ms", MillisecondsAllowed),
            new("p95, 10 over 5 million", Percentile(ten, 0.95) / Percentile(five, 0.95), "×", GrowthAllowed),
        ];
    }

    private static async Task<List<double>> MeasureAsync(ApiUnderTest api, TextWriter progress, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        for (var i = 0; i < WarmUps; i++) await AskAsync(api, random, cancellationToken);
        List<double> milliseconds = [];
        for (var i = 0; i < Requests; i++) milliseconds.Add(await AskAsync(api, random, cancellationToken));
        milliseconds.Sort();
        await progress.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"median {Percentile(milliseconds, 0.5):0.0} ms, p95 {Percentile(milliseconds, 0.95):0.0} ms"));
        return milliseconds;
    }

    private static async Task<double> AskAsync(ApiUnderTest api, Random random, CancellationToken cancellationToken)
    {
        int[] days = [.. new[] { random.Next(ListeningData.Days), random.Next(ListeningData.Days) }.Order()];
        var period = new { from = ListeningData.FirstDay.AddDays(days[0]), to = ListeningData.FirstDay.AddDays(days[1]) };
        var started = Stopwatch.GetTimestamp();
        await api.QueryAsync(Query, new { period }, cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Percentile(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
