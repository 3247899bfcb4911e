namespace Personalify.Api.Spotify;

/// <summary>Spotify's three ranges of its top lists: about four weeks, half a year and a year.</summary>
[GraphQLDescription("One of Spotify's three ranges of its top lists.")]
public enum TimeRange
{
    [GraphQLDescription("About the last four weeks.")]
    ShortTerm,

    [GraphQLDescription("About the last six months.")]
    MediumTerm,

    [GraphQLDescription("About the last year.")]
    LongTerm,
}
