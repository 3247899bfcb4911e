namespace Personalify.Api.Playing;

/// <summary>What was last known, and when Spotify may be asked again.</summary>
public sealed record PlayingAnswer(NowPlaying? Playing, DateTimeOffset NextAt);
