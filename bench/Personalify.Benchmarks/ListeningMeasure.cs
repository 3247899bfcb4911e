using System.Data;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Personalify.Benchmarks;

/// <summary>
/// Everything that <c>User.listening</c> offers, over random periods, for the listener with most plays, as a client sees it: over HTTP,
/// one at a time, warm.
/// </summary>
internal sealed class ListeningMeasure : IMeasure
{
    private const double OverSelectAllowed = 3;
    private const double GrowthAllowed = 1.3;
    private const int WarmUps = 100;
    private const int Requests = 400;

    /// <summary>
    /// The lower bound of an answer's cost: it reads the columns that the answer needs of the same months and does nothing with them.
    /// </summary>
    private const string Select =
        """
        SELECT plays, CASE WHEN month >= $1 THEN ended END, CASE WHEN month >= $1 THEN tracks END, artists,
            CASE WHEN month >= $1 THEN albums END, CASE WHEN month >= $1 THEN ms END, flags, month < $1
        FROM play_months
        WHERE user_id = 1 AND month <= $2
        """;

    private const string Query =
        """
        query($period: PeriodInput!) { me { listening(period: $period) {
          period { days }
          totals { plays msPlayed tracks artists albums newArtists activeDays longestStreak { days from to } }
          topTracks { nodes { rank track { id name imageUrl artist { id name } } plays msPlayed } }
          topArtists { nodes { rank artist { id name imageUrl } plays msPlayed tracks } }
          topAlbums { nodes { rank album { id name imageUrl artist { id name } } plays msPlayed } }
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
            new("median, 5 million plays", Percentile(five.Answers, 0.5), "ms"),
            new("p95, 5 million plays", Percentile(five.Answers, 0.95), "ms"),
            new("median, 10 million plays", Percentile(ten.Answers, 0.5), "ms"),
            new("p95, 10 million plays", Percentile(ten.Answers, 0.95), "ms"),
            new("p95 of the plain SELECT of the same months, 10 million plays", Percentile(ten.Selects, 0.95), "ms"),
            new(
                "p95 over the plain SELECT's, 10 million plays",
                Percentile(ten.Answers, 0.95) / Percentile(ten.Selects, 0.95), "×", OverSelectAllowed),
            new("p95, 10 over 5 million", Percentile(ten.Answers, 0.95) / Percentile(five.Answers, 0.95), "×", GrowthAllowed),
        ];
    }

    /// <summary>Answers and plain SELECTs in turns, so that both see the same machine.</summary>
    private static async Task<(List<double> Answers, List<double> Selects)> MeasureAsync(
        ApiUnderTest api, TextWriter progress, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        List<double> answers = [], selects = [];
        for (var i = -WarmUps; i < Requests; i++)
        {
            var (from, to) = RandomPeriod(random);
            var (answer, select) = (await AskAsync(api, from, to, cancellationToken), await SelectAsync(api, from, to, cancellationToken));
            if (i < 0) continue;
            answers.Add(answer);
            selects.Add(select);
        }

        answers.Sort();
        selects.Sort();
        await progress.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"median {Percentile(answers, 0.5):0.0} ms, p95 {Percentile(answers, 0.95):0.0} ms; "
            + $"plain SELECT {Percentile(selects, 0.5):0.0} ms, {Percentile(selects, 0.95):0.0} ms"));
        return (answers, selects);
    }

    private static (DateOnly From, DateOnly To) RandomPeriod(Random random)
    {
        int[] days = [.. new[] { random.Next(ListeningData.Days), random.Next(ListeningData.Days) }.Order()];
        return (ListeningData.FirstDay.AddDays(days[0]), ListeningData.FirstDay.AddDays(days[1]));
    }

    private static async Task<double> AskAsync(ApiUnderTest api, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await api.QueryAsync(Query, new { period = new { from, to } }, cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>New artists are told from those of earlier months, so the answer reads these too.</summary>
    private static async Task<double> SelectAsync(ApiUnderTest api, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var command = api.Source.CreateCommand(Select);
        command.Parameters.Add(new NpgsqlParameter { Value = new DateOnly(from.Year, from.Month, 1) });
        command.Parameters.Add(new NpgsqlParameter { Value = to });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var column = 1; column < reader.FieldCount - 1; column++)
            {
                if (!await reader.IsDBNullAsync(column, cancellationToken)) reader.GetFieldValue<byte[]>(column);
            }
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Percentile(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
