using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>From when to when there are plays, in seconds of <see cref="PlayTime"/>, and how many.</summary>
public sealed record ListenedTime(int FirstSecond, int LastSecond, int Plays)
{
    public Period DaysBy(ZoneClock clock) => new(clock.DateOf(FirstSecond), clock.DateOf(LastSecond));
}

[GraphQLDescription("How far a listening history reaches.")]
public sealed record Coverage(
    [GraphQLDescription("The day of the first play, in the listener's time zone.")] DateOnly FirstDay,
    [GraphQLDescription("The day of the last play, in the listener's time zone.")] DateOnly LastDay,
    [GraphQLDescription("All rows kept, of any length, episodes and chapters not included.")] int Plays);
