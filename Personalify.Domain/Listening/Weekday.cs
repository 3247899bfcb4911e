namespace Personalify.Domain.Listening;

/// <summary>A day of the week. The week begins on Monday.</summary>
public enum Weekday
{
    /// <summary>The first day of the week.</summary>
    Monday = 1,

    /// <summary>The second day of the week.</summary>
    Tuesday = 2,

    /// <summary>The third day of the week.</summary>
    Wednesday = 3,

    /// <summary>The fourth day of the week.</summary>
    Thursday = 4,

    /// <summary>The fifth day of the week.</summary>
    Friday = 5,

    /// <summary>The sixth day of the week.</summary>
    Saturday = 6,

    /// <summary>The seventh day of the week.</summary>
    Sunday = 7,
}
