namespace Personalify.Api.Spotify;

/// <summary>Spotify's three ranges of its top lists: about four weeks, half a year and a year.</summary>
public enum TimeRange
{
    ShortTerm,
    MediumTerm,
    LongTerm,
}
