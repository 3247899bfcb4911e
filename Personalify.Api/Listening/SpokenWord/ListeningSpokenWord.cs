using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Users;
using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Listening.SpokenWord;

[ExtendObjectType(typeof(PeriodListening))]
public static class ListeningSpokenWord
{
    private const string Rule =
        " A filter that names an artist, album, track or platform lets none through. Neither how long an episode or chapter is nor why a "
        + "play of it ended is kept: HALF_OR_FOUR_MINUTES counts from four minutes on, and FINISHED counts none.";

    [GraphQLDescription("What podcasts and audiobooks add up to, which no other sum counts. What account data and the extended history "
        + "both tell of counts once." + Rule)]
    public static async Task<SpokenWordTotals> GetSpokenWordAsync(
        [Parent] PeriodListening listening, SpokenWordStore store, UserByIdDataLoader users, CancellationToken cancellationToken) =>
        await store.GetTotalsAsync(await QueryAsync(listening, users, cancellationToken), cancellationToken);

    [UsePaging(MaxPageSize = 100)]
    [GraphQLDescription("The podcasts that were heard, highest first; episodes whose show is not named are in none." + Rule)]
    public static async Task<Connection<TopShow>?> GetTopShowsAsync(
        [Parent] PeriodListening listening, PagingArguments paging, SpokenWordStore store, UserByIdDataLoader users,
        CancellationToken cancellationToken,
        [GraphQLDescription("What decides the rank.")] TopOrder orderBy = TopOrder.Time) =>
        await store.GetTopAsync(
            await QueryAsync(listening, users, cancellationToken), SpokenKind.Shows, orderBy, paging,
            entry => new TopShow(entry.Rank, entry.Name, entry.Plays, entry.MsPlayed, entry.Items), top => top.Rank, cancellationToken);

    [UsePaging(MaxPageSize = 100)]
    [GraphQLDescription("The podcast episodes that were heard, highest first." + Rule)]
    public static async Task<Connection<TopEpisode>?> GetTopEpisodesAsync(
        [Parent] PeriodListening listening, PagingArguments paging, SpokenWordStore store, UserByIdDataLoader users,
        CancellationToken cancellationToken,
        [GraphQLDescription("What decides the rank.")] TopOrder orderBy = TopOrder.Time) =>
        await store.GetTopAsync(
            await QueryAsync(listening, users, cancellationToken), SpokenKind.Episodes, orderBy, paging,
            entry => new TopEpisode(entry.Rank, EpisodeOf(listening, entry), entry.Plays, entry.MsPlayed), top => top.Rank,
            cancellationToken);

    [UsePaging(MaxPageSize = 100)]
    [GraphQLDescription("The audiobooks that were heard, highest first; chapters whose book is not named are in none." + Rule)]
    public static async Task<Connection<TopAudiobook>?> GetTopAudiobooksAsync(
        [Parent] PeriodListening listening, PagingArguments paging, SpokenWordStore store, UserByIdDataLoader users,
        CancellationToken cancellationToken,
        [GraphQLDescription("What decides the rank.")] TopOrder orderBy = TopOrder.Time) =>
        await store.GetTopAsync(
            await QueryAsync(listening, users, cancellationToken), SpokenKind.Audiobooks, orderBy, paging,
            entry => new TopAudiobook(entry.Rank, entry.Name, entry.Plays, entry.MsPlayed, entry.Items), top => top.Rank,
            cancellationToken);

    private static async Task<SpokenWordQuery> QueryAsync(
        PeriodListening listening, UserByIdDataLoader users, CancellationToken cancellationToken) =>
        new(listening, (await users.LoadRequiredAsync(listening.UserId, cancellationToken)).TimeZone);

    private static Episode EpisodeOf(PeriodListening listening, SpokenEntry entry) =>
        SpokenWordStore.EpisodeOf(listening.UserId, entry.Number, entry.Name, entry.ShowName, entry.SpotifyId);
}

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserSpokenWord
{
    [GraphQLDescription("The days of the first and the last play of an episode or chapter, or null without any.")]
    public static Task<SpokenWordCoverage?> GetSpokenWordCoverageAsync(
        [Parent] User user, SpokenWordStore store, CancellationToken cancellationToken) =>
        store.GetCoverageAsync(user.Id, ListenerClock.Of(user), cancellationToken);
}

[ObjectType<Episode>]
[Node]
public static class EpisodeType
{
    [NodeResolver]
    public static async Task<Episode?> FindAsync(
        long id, SpokenWordStore store, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySeeDataOf(CatalogId.ListenerOf(id)) ? await store.FindEpisodeAsync(id, cancellationToken) : null;
}
