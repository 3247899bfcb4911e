namespace Personalify.Api.Playing;

/// <summary>What was last known, and when Spotify may be asked again.</summary>
/// <param name="Failures">How many questions in a row Spotify has not answered, the last included.</param>
public sealed record PlayingAnswer(NowPlaying? Playing, DateTimeOffset NextAt, int Failures = 0)
{
    /// <summary>Null when what is known is what Spotify said.</summary>
    public string? Problem => Failures == 0
        ? null
        : "Spotify does not tell at the moment what you are playing. It is asked again in a while.";
}
