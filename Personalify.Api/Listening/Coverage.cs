using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>From when to when there are plays, in seconds of <see cref="PlayTime"/>, and how many.</summary>
public sealed record ListenedTime(int FirstSecond, int LastSecond, int Plays)
{
    public Period DaysBy(ZoneClock clock) => new(clock.DateOf(FirstSecond), clock.DateOf(LastSecond));
}

public sealed record Coverage(
    DateOnly FirstDay,
    DateOnly LastDay,
    [GraphQLDescription("All rows kept, of any length, episodes and chapters not included.")] int Plays);
