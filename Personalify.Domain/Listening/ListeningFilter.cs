namespace Personalify.Domain.Listening;

/// <summary>Which plays of a period are asked for. What is missing lets every play through; what is given must all hold.</summary>
public sealed record ListeningFilter
{
    private const uint AllHours = (1 << 24) - 1;
    private const byte AllWeekdays = (1 << 7) - 1;

    private uint _hours = AllHours;
    private byte _weekdays = AllWeekdays;

    /// <summary>Lets every play through.</summary>
    public static ListeningFilter None { get; } = new();

    /// <summary>Plays of tracks of this artist.</summary>
    public int? Artist { get; init; }

    /// <summary>Plays of tracks of this album.</summary>
    public int? Album { get; init; }

    /// <summary>Plays of this track.</summary>
    public int? Track { get; init; }

    /// <summary>Plays on this kind of device.</summary>
    public Platform? Platform { get; init; }

    /// <summary>Whether some hour or weekday is left out.</summary>
    public bool AsksForClock => _hours != AllHours || _weekdays != AllWeekdays;

    /// <summary>The hours of the day that are wanted, 0 to 23.</summary>
    public IEnumerable<int> Hours => Enumerable.Range(0, 24).Where(hour => (_hours >> hour & 1) != 0);

    /// <summary>The days of the week that are wanted.</summary>
    public IEnumerable<Weekday> Weekdays => Enum.GetValues<Weekday>().Where(weekday => (_weekdays >> ((int)weekday - 1) & 1) != 0);

    /// <summary>The one track, album or artist that is named; <c>null</c> when none is, or several are.</summary>
    public (TopKind Kind, int Id)? Item => (Track, Album, Artist) switch
    {
        ({ } track, null, null) => (TopKind.Tracks, track),
        (null, { } album, null) => (TopKind.Albums, album),
        (null, null, { } artist) => (TopKind.Artists, artist),
        _ => null,
    };

    internal PlayColumnSet Columns =>
        (Artist is null ? 0 : PlayColumnSet.Artists) | (Album is null ? 0 : PlayColumnSet.Albums)
        | (Track is null ? 0 : PlayColumnSet.Tracks) | (Platform is null ? 0 : PlayColumnSet.Platforms);

    /// <summary>The same, for plays that ended in one of these hours of the listener's day only, 0 to 23.</summary>
    public ListeningFilter AtHours(IEnumerable<int> hours) => this with { _hours = hours.Aggregate(0u, (set, hour) => set | 1u << hour) };

    /// <summary>The same, for plays that ended on one of these days of the listener's week only.</summary>
    public ListeningFilter OnWeekdays(IEnumerable<Weekday> weekdays) =>
        this with { _weekdays = weekdays.Aggregate((byte)0, (set, weekday) => (byte)(set | 1 << ((int)weekday - 1))) };

    /// <summary>Whether plays are wanted that ended in an hour of the week, 0 (Monday 0:00) to 167.</summary>
    internal bool Has(int hourOfWeek) => (_hours >> (hourOfWeek % 24) & 1) != 0 && (_weekdays >> (hourOfWeek / 24) & 1) != 0;
}
