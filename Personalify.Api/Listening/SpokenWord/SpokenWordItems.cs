using Personalify.Domain.Catalog;

namespace Personalify.Api.Listening.SpokenWord;

[GraphQLDescription("A place in the ranking of podcasts.")]
public sealed record TopShow(
    [GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [GraphQLDescription("The show's name, which is all that an export tells of it.")] string Name,
    [GraphQLDescription("How many plays of its episodes are counted.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed,
    [GraphQLDescription("How many of its episodes were played.")] int Episodes);

[GraphQLDescription("A place in the ranking of podcast episodes.")]
public sealed record TopEpisode(
    [GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [GraphQLDescription("The episode that has this place.")] Episode Episode,
    [GraphQLDescription("How many plays are counted.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed);

[GraphQLDescription("A place in the ranking of audiobooks.")]
public sealed record TopAudiobook(
    [GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [GraphQLDescription("The book's title, which is all that an export tells of it.")] string Name,
    [GraphQLDescription("How many plays of its chapters are counted.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed,
    [GraphQLDescription("How many of its chapters were played.")] int Chapters);

[GraphQLDescription("An episode of a podcast in a listener's own history.")]
public sealed record Episode(
    [GraphQLIgnore] int UserId,
    [GraphQLIgnore] int Number,
    [GraphQLDescription("As the newest row of the listener's own files names it; null where they tell its id only.")] string? Name,
    [GraphQLDescription("The podcast; null where no row names it.")] string? ShowName,
    [GraphQLDescription("Null for an episode known by its names only.")] string? SpotifyId)
{
    [ID]
    [GraphQLDescription("Opaque; it stays what it is.")]
    public long Id => CatalogId.Of(UserId, Number);
}

[GraphQLDescription("What the episodes and chapters of a period add up to.")]
public sealed record SpokenWordTotals(
    [GraphQLDescription("How many plays are counted.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed,
    [GraphQLDescription("How many different podcasts, where named.")] int Shows,
    [GraphQLDescription("How many different episodes.")] int Episodes,
    [GraphQLDescription("How many different audiobooks, where named.")] int Audiobooks,
    [GraphQLDescription("How many different chapters.")] int Chapters)
{
    public static readonly SpokenWordTotals None = new(0, 0, 0, 0, 0, 0);
}

[GraphQLDescription("How far a history of episodes and chapters reaches.")]
public sealed record SpokenWordCoverage(
    [GraphQLDescription("The day of the first play, in the listener's time zone.")] DateOnly FirstDay,
    [GraphQLDescription("The day of the last play, in the listener's time zone.")] DateOnly LastDay);
