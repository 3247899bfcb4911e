using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Playing;

/// <summary>How long Spotify is not asked again what a listener plays.</summary>
internal static class PlayingPauses
{
    public static readonly TimeSpan WhilePlaying = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostAfterFailures = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan WhereNoTimeIsSaid = TimeSpan.FromHours(1);

    /// <summary>Sooner where the track ends sooner.</summary>
    public static TimeSpan After(NowPlaying? playing)
    {
        if (playing is not { IsPlaying: true }) return Idle;
        if (playing is not { DurationMs: { } duration, ProgressMs: { } progress }) return WhilePlaying;
        var end = TimeSpan.FromMilliseconds(Math.Max(0, duration - progress)) + AfterEnd;
        return TimeSpan.FromTicks(Math.Clamp(end.Ticks, Least.Ticks, WhilePlaying.Ticks));
    }

    /// <param name="failures">How many there were in a row.</param>
    public static TimeSpan After(APIException failure, int failures) => failure switch
    {
        APITooManyRequestsException limited => Longer(limited.RetryAfter ?? WhereNoTimeIsSaid, AfterFailure),
        APIForbiddenException or APIUnauthorizedException or OAuthException => MostAfterFailures,
        _ => AfterSilence(failures),
    };

    /// <summary>Doubled with each failure.</summary>
    public static TimeSpan AfterSilence(int failures) =>
        TimeSpan.FromTicks(Math.Min(MostAfterFailures.Ticks, AfterFailure.Ticks << Math.Min(failures - 1, 8)));

    private static TimeSpan Longer(TimeSpan first, TimeSpan second) => first > second ? first : second;
}
