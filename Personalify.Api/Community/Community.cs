using Personalify.Domain.Listening;

namespace Personalify.Api.Community;

[GraphQLDescription(
    "What the listeners who joined have heard together: plays of 30 seconds and more. No figure is about fewer listeners than "
    + "minimumListeners, none says who they are, and plays and times are rounded, so that none can be taken off another.")]
public sealed record Community(
    [property: GraphQLDescription("Whether there are figures, and if not, why.")] CommunityState State,
    [property: GraphQLDescription("A figure that is about fewer listeners than these is left out.")] int MinimumListeners,
    [property: GraphQLDescription("When the figures were made, UTC; null before the first time. What happened since is in none of them.")]
    DateTimeOffset? AsOf,
    [property: GraphQLDescription("Whether the own plays are in the figures. After joining they may not be yet, after leaving still.")]
    bool IsCounted)
{
    /// <summary>Only where they are at least the minimum.</summary>
    [GraphQLIgnore]
    public ListenerSums? Sums { get; init; }
}

[GraphQLDescription("Whether there are figures of the community.")]
public enum CommunityState
{
    [GraphQLDescription("This server has no node B, which makes them.")]
    NotConfigured,

    [GraphQLDescription("Fewer than minimumListeners of those who joined have heard anything. How many they are is not told.")]
    TooFewListeners,

    [GraphQLDescription("There are figures.")]
    Shown,
}

/// <summary>What those who joined and heard anything add up to.</summary>
public sealed record ListenerSums(int Listeners, long Plays, long MsPlayed);

[GraphQLDescription("What the community adds up to.")]
public sealed record CommunityTotals(
    [property: GraphQLDescription("How many joined and heard anything.")] int Listeners,
    [property: GraphQLDescription("How many plays are counted, rounded to two digits and fives.")] long Plays,
    [property: GraphQLDescription("Their milliseconds, to two digits.")] long MsPlayed,
    [property: GraphQLDescription("How many different artists, told apart by name.")] long Artists,
    [property: GraphQLDescription("How many different tracks, told apart by artist and title.")] long Tracks,
    [property: GraphQLDescription("The first day that at least minimumListeners heard something, UTC; null where there is none.")]
    DateOnly? FirstDay,
    [property: GraphQLDescription("The last such day, UTC.")] DateOnly? LastDay);

[GraphQLDescription("An artist whom enough listeners of the community have heard.")]
public sealed record CommunityArtist(
    [property: GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [property: GraphQLDescription("As most of the listeners have it.")] string Name,
    [property: GraphQLDescription("How many have heard it.")] int Listeners,
    [property: GraphQLDescription("How many plays are counted, rounded to two digits and fives.")] long Plays,
    [property: GraphQLDescription("Their milliseconds, to two digits.")] long MsPlayed);

[GraphQLDescription("A track that enough listeners of the community have heard.")]
public sealed record CommunityTrack(
    [property: GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [property: GraphQLDescription("As most of the listeners have it.")] string Name,
    [property: GraphQLDescription("As most of the listeners have it.")] string ArtistName,
    [property: GraphQLDescription("The id at Spotify that most of the listeners have; null where none has one.")] string? SpotifyId,
    [property: GraphQLDescription("How many have heard it.")] int Listeners,
    [property: GraphQLDescription("How many plays are counted, rounded to two digits and fives.")] long Plays,
    [property: GraphQLDescription("Their milliseconds, to two digits.")] long MsPlayed);

[GraphQLDescription("A genre that enough listeners of the community have heard, where Spotify says of an artist what it is.")]
public sealed record CommunityGenre(
    [property: GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [property: GraphQLDescription("As Spotify has it.")] string Name,
    [property: GraphQLDescription("How many have heard an artist of it.")] int Listeners,
    [property: GraphQLDescription("How many plays are counted, rounded to two digits and fives.")] long Plays,
    [property: GraphQLDescription("Their milliseconds, to two digits.")] long MsPlayed);

[GraphQLDescription(
    "Listeners who follow one another in the ranking of the community, at least minimumListeners of them, taken together: figures "
    + "of one alone would say who it is to those who know about how much that person listens. Those without a play are in no group.")]
public sealed record CommunityListeners(
    [property: GraphQLDescription("The rank of the first of them; 1 is the highest.")] int Rank,
    [property: GraphQLDescription("The rank of the last of them.")] int LastRank,
    [property: GraphQLDescription("How many plays they have on average, to two digits.")] long Plays,
    [property: GraphQLDescription("How many milliseconds they have on average, to two digits.")] long MsPlayed,
    [property: GraphQLDescription("Whether the signed-in user is one of them.")] bool IsYou);

[GraphQLDescription("A day, UTC, on which enough listeners of the community heard something.")]
public sealed record CommunityDay(
    [property: GraphQLDescription("The day.")] DateOnly Day,
    [property: GraphQLDescription("How many heard something.")] int Listeners,
    [property: GraphQLDescription("How many plays are counted, rounded to two digits and fives.")] long Plays,
    [property: GraphQLDescription("Their milliseconds, to two digits.")] long MsPlayed);

[GraphQLDescription("A month, UTC, in which enough listeners of the community heard something.")]
public sealed record CommunityMonth(
    [property: GraphQLDescription("The first day of the month.")] DateOnly Month,
    [property: GraphQLDescription("How many heard something.")] int Listeners,
    [property: GraphQLDescription("How many plays are counted, rounded to two digits and fives.")] long Plays,
    [property: GraphQLDescription("Their milliseconds, to two digits.")] long MsPlayed);
