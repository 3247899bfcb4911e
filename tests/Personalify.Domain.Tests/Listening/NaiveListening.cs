using Personalify.Domain.Listening;

namespace Personalify.Domain.Tests.Listening;

/// <summary>A play as a plain record.</summary>
public sealed record NaivePlay(DateTimeOffset EndedAt, int Track, int MsPlayed, PlayFlags Flags, byte Platform = 0)
{
    // A track has one artist and one album: seven tracks share an artist, and every fifth track is on no known album.
    public int Artist => 1 + Track / 7;

    public int Album => Track % 5 == 0 ? 0 : 1 + Track / 3;
}

/// <summary>A filter as a plain condition.</summary>
public sealed record NaiveFilter(int? Artist, int? Album, int? Track, Platform? Platform, IReadOnlyList<int>? Hours, IReadOnlyList<Weekday>? Weekdays)
{
    public ListeningFilter Filter
    {
        get
        {
            var filter = new ListeningFilter { Artist = Artist, Album = Album, Track = Track, Platform = Platform };
            if (Hours is not null) filter = filter.AtHours(Hours);
            return Weekdays is null ? filter : filter.OnWeekdays(Weekdays);
        }
    }

    public bool Has(NaivePlay play, int weekday, int hour) =>
        (Artist is null || play.Artist == Artist) && (Album is null || play.Album == Album) && (Track is null || play.Track == Track)
        && (Platform is null || play.Platform == (byte)Platform)
        && Hours?.Contains(hour) != false && Weekdays?.Contains((Weekday)weekday) != false;
}

/// <summary>The same answers as the counter's, written down without regard to speed: the model that properties compare with.</summary>
public sealed class NaiveListening(
    IEnumerable<NaivePlay> plays, TimeZoneInfo zone, PeriodBounds period, PlayDefinition definition, NaiveFilter? filter = null)
{
    private readonly List<NaivePlay> _counted = [.. plays.Where(play => play.Flags.HasFlag(PlayRules.Required(definition)))];

    public IEnumerable<NaivePlay> Plays => _counted.Where(
        play => DayOf(play) >= (period.From ?? DateOnly.MinValue) && DayOf(play) <= (period.To ?? DateOnly.MaxValue)
            && filter?.Has(play, WeekdayOf(play), LocalTime(play).Hour) != false);

    public IEnumerable<NaivePlay> InOrder => Plays.OrderBy(play => play.EndedAt).ThenBy(play => play.Track).ThenBy(play => play.MsPlayed);

    public int? Rank(RankQuestion question) =>
        Top(question.Kind, question.By, int.MaxValue).FirstOrDefault(entry => entry.Id == question.Id)?.Rank;

    public ItemCounts Items => new(
        Plays.Select(play => play.Track).Distinct().Count(),
        Plays.Select(play => play.Artist).Distinct().Count(),
        Plays.Select(play => play.Album).Where(album => album != 0).Distinct().Count());

    public int NewArtists => Plays.Select(play => play.Artist).Distinct()
        .Count(artist => !_counted.Any(play => play.Artist == artist && DayOf(play) < (period.From ?? DateOnly.MinValue)));

    public bool IsNew(NewQuestion item) =>
        !_counted.Any(play => IdOf(play, item.Kind) == item.Id && DayOf(play) < (period.From ?? DateOnly.MinValue));

    public IEnumerable<WeekdayHourListening> ByWeekdayHour =>
        from weekday in Enumerable.Range(1, 7)
        from hour in Enumerable.Range(0, 24)
        let plays = Plays.Where(play => WeekdayOf(play) == weekday && LocalTime(play).Hour == hour).ToList()
        select new WeekdayHourListening((Weekday)weekday, hour, plays.Count, Milliseconds(plays));

    public IEnumerable<DayListening> ByDay =>
        from play in Plays
        group play by DayOf(play) into day
        orderby day.Key
        select new DayListening(day.Key, day.Count(), Milliseconds(day));

    public IEnumerable<TopEntry> Top(TopKind kind, TopOrder order, int first)
    {
        var sums = from play in Plays
                   let id = IdOf(play, kind)
                   where id != 0
                   group play by id into item
                   let ms = Milliseconds(item)
                   let plays = item.Count()
                   orderby order == TopOrder.Time ? ms : plays descending, order == TopOrder.Time ? plays : ms descending, item.Key
                   select (Id: item.Key, Plays: plays, Ms: ms, Tracks: item.Select(play => play.Track).Distinct().Count());
        return sums.Take(first).Select((sum, index) => new TopEntry(index + 1, sum.Id, sum.Plays, sum.Ms, sum.Tracks));
    }

    private static int IdOf(NaivePlay play, TopKind kind) =>
        kind switch { TopKind.Tracks => play.Track, TopKind.Artists => play.Artist, _ => play.Album };

    private static long Milliseconds(IEnumerable<NaivePlay> plays) => plays.Sum(play => (long)play.MsPlayed);

    private DateTime LocalTime(NaivePlay play) => TimeZoneInfo.ConvertTime(play.EndedAt, zone).DateTime;

    private DateOnly DayOf(NaivePlay play) => DateOnly.FromDateTime(LocalTime(play));

    private int WeekdayOf(NaivePlay play) => ((int)DayOf(play).DayOfWeek + 6) % 7 + 1;
}
