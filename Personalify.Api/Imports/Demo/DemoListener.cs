namespace Personalify.Api.Imports.Demo;

/// <summary>
/// The life of an invented listener in Lisbon as plays in order of time: quiet and busy days, holidays, commutes and evenings, sessions, skips. The same
/// number, seed and last day give the same plays.
/// </summary>
internal sealed class DemoListener
{
    public const string TimeZoneId = "Europe/Lisbon";
    private const int PlaysPerYear = 20_000;
    private const int FewestYears = 3;
    private const int FirstYear = 2008;

    private static readonly string[] Platforms = ["android", "android", "android", "windows", "windows", "web_player", "cast"];

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId);
    private readonly Random _random;
    private readonly DemoCatalog _catalog;
    private readonly DemoTaste _taste;
    private readonly DateOnly _lastDay;
    private readonly int _plays;
    private DateTime _now;

    public DemoListener(int plays, int seed, DateOnly lastDay)
    {
        (_plays, _lastDay, _random) = (plays, lastDay, new Random(seed));
        _catalog = new DemoCatalog(_random);
        _taste = new DemoTaste(_catalog, _random);
    }

    public IEnumerable<DemoPlay> Plays()
    {
        var weights = Days().Select(WeightOf).ToList();
        var total = weights.Sum();
        var (sum, done) = (0.0, 0);
        foreach (var (day, weight) in Days().Zip(weights))
        {
            sum += weight;
            var due = (int)Math.Round(sum / total * _plays) - done;
            foreach (var play in PlaysOf(day, due)) yield return play;
            done += due;
        }
    }

    private IEnumerable<DateOnly> Days()
    {
        var years = Math.Clamp(_plays / PlaysPerYear, FewestYears, _lastDay.Year - FirstYear);
        for (var day = _lastDay.AddYears(-years).AddDays(1); day <= _lastDay; day = day.AddDays(1)) yield return day;
    }

    /// <summary>More in winter and on Fridays, less on Sundays, nothing on some days, and two weeks of August away from it all.</summary>
    private double WeightOf(DateOnly day)
    {
        if (_random.Next(25) == 0) return 0;
        if (day is { Month: 8, Day: >= 8 and <= 21 }) return 0.1;
        var season = 1 + (0.25 * Math.Cos((day.DayOfYear - 20) / 365.0 * 2 * Math.PI));
        var weekday = day.DayOfWeek switch { DayOfWeek.Friday => 1.3, DayOfWeek.Saturday => 1.1, DayOfWeek.Sunday => 0.7, _ => 1.0 };
        return season * weekday * (0.5 + _random.NextDouble());
    }

    private IEnumerable<DemoPlay> PlaysOf(DateOnly day, int count)
    {
        while (count > 0)
        {
            var length = Math.Min(count, 4 + _random.Next(Math.Max(14, count / 2)));
            BeginSession(day);
            foreach (var play in _random.Next(40) == 0 ? Podcast(day) : Music(day, length))
            {
                yield return play;
                if (--count == 0) yield break;
            }
        }
    }

    /// <summary>On the way to work, at noon, in the evening; at weekends later. Never before the last session has ended.</summary>
    private void BeginSession(DateOnly day)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        double[] hours = isWeekend ? [10.5, 12, 16, 20, 22] : [7.6, 8.3, 12.8, 14.5, 18.2, 20.5, 21.5];
        var local = day.ToDateTime(TimeOnly.MinValue).AddHours(hours[_random.Next(hours.Length)]).AddMinutes(_random.Next(-25, 50));
        if (_zone.IsInvalidTime(local)) local = local.AddHours(1);
        var start = TimeZoneInfo.ConvertTimeToUtc(local, _zone);
        _now = start > _now ? start : _now.AddSeconds(30 + _random.Next(600));
    }

    private IEnumerable<DemoPlay> Music(DateOnly day, int length)
    {
        var platform = Platforms[_random.Next(Platforms.Length)];
        var (offline, incognito, reason) = (_random.Next(15) == 0, _random.Next(60) == 0, "clickrow");
        foreach (var (track, shuffle) in _taste.Session(day).Take(length))
        {
            var skipped = _random.Next(100) < 17;
            var ms = skipped ? 800 + (int)(_random.NextDouble() * _random.NextDouble() * 60_000) : track.LengthMs;
            var end = skipped ? "fwdbtn" : "trackdone";
            _now = _now.AddMilliseconds(ms + _random.Next(900));
            yield return new DemoPlay(WholeSecond(_now), ms, track, null)
            {
                Platform = platform, ReasonStart = reason, ReasonEnd = end, Shuffle = shuffle, Skipped = skipped, Offline = offline, Incognito = incognito,
            };
            reason = end;
        }
    }

    private IEnumerable<DemoPlay> Podcast(DateOnly day)
    {
        var show = DemoWords.Shows[_random.Next(DemoWords.Shows.Length)];
        var ms = (20 + _random.Next(40)) * 60_000;
        _now = _now.AddMilliseconds(ms);
        yield return new DemoPlay(WholeSecond(_now), ms, null, new DemoEpisode($"spotify:episode:{_catalog.NextId()}", $"Episode {day.DayNumber % 400}", show))
        {
            Platform = "android", ReasonStart = "clickrow", ReasonEnd = "endplay",
        };
    }

    private static DateTime WholeSecond(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
