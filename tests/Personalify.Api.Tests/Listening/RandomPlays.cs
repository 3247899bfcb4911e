using System.Globalization;

namespace Personalify.Api.Tests.Listening;

/// <summary>Plays over two years by a fixed seed: crowded seconds, nights of changed clocks, unknown lengths, superseded rows.</summary>
internal static class RandomPlays
{
    private static readonly DateTimeOffset Start = new(2022, 12, 30, 0, 0, 0, TimeSpan.Zero);

    // When clocks change in Berlin, New York and on Lord Howe Island, and a New Year's Eve.
    private static readonly string[] Crowded =
        ["2023-03-26T00:30:00Z", "2023-10-29T00:45:00Z", "2023-11-05T05:30:00Z", "2023-04-01T14:45:00Z", "2023-12-31T22:30:00Z"];

    public static IReadOnlyList<GivenPlay> Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(random)).DistinctBy(play => (play.EndedAt, play.Track, play.MsPlayed))];
    }

    private static GivenPlay One(Random random) => new(
        Moment(random),
        1 + (int)(Math.Pow(random.NextDouble(), 2) * ListeningDatabase.Tracks),
        random.Next(4) * 20_000 + random.Next(2) * random.Next(300_000))
    {
        ReasonEnd = random.Next(3) switch { 0 => null, 1 => "trackdone", _ => "fwdbtn" },
        Source = random.Next(10) == 0 ? "ACCOUNT" : "EXTENDED",
        Skipped = random.Next(3) switch { 0 => null, 1 => true, _ => false },
        Shuffle = random.Next(2) == 0,
        Platform = random.Next(4) switch { 0 => null, 1 => "android", 2 => "ios", _ => "other" },
        IsSuperseded = random.Next(20) == 0,
    };

    private static string Moment(Random random)
    {
        var moment = random.Next(4) == 0
            ? DateTimeOffset.Parse(Crowded[random.Next(Crowded.Length)], CultureInfo.InvariantCulture).AddMinutes(random.Next(90))
            : Start.AddMinutes(random.Next(2 * 366 * 24 * 60));
        return moment.ToString("O", CultureInfo.InvariantCulture);
    }
}
