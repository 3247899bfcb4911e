using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Errors;
using Personalify.Api.Listening;
using Personalify.Domain.Listening;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Community;

[ObjectType<Community>]
public static class CommunityType
{
    private const int Most = 100;
    private const int MostDays = 366;
    private const string OfFirst = "How many at most, 1 to 100.";
    private const string OfOrder = "What decides the rank.";

    [GraphQLDescription("What it adds up to; null without figures.")]
    public static Task<CommunityTotals?> GetTotalsAsync(
        [Parent] Community community, CommunityStore store, CancellationToken cancellationToken) =>
        store.GetTotalsAsync(community, cancellationToken);

    [ListSize(SlicingArguments = ["first"])]
    [GraphQLDescription("The artists who were heard, highest first.")]
    public static Task<IReadOnlyList<CommunityArtist>?> GetTopArtistsAsync(
        [Parent] Community community, CommunityStore store, CancellationToken cancellationToken,
        [GraphQLDescription(OfFirst)] int first = 10, [GraphQLDescription(OfOrder)] TopOrder orderBy = TopOrder.Time) =>
        store.GetArtistsAsync(community, Checked(first, "artists"), orderBy, cancellationToken);

    [ListSize(SlicingArguments = ["first"])]
    [GraphQLDescription("The tracks that were heard, highest first.")]
    public static Task<IReadOnlyList<CommunityTrack>?> GetTopTracksAsync(
        [Parent] Community community, CommunityStore store, CancellationToken cancellationToken,
        [GraphQLDescription(OfFirst)] int first = 10, [GraphQLDescription(OfOrder)] TopOrder orderBy = TopOrder.Time) =>
        store.GetTracksAsync(community, Checked(first, "tracks"), orderBy, cancellationToken);

    [ListSize(SlicingArguments = ["first"])]
    [GraphQLDescription("The genres that were heard, highest first; none where Spotify says of no artist what it is.")]
    public static Task<IReadOnlyList<CommunityGenre>?> GetTopGenresAsync(
        [Parent] Community community, CommunityStore store, CancellationToken cancellationToken,
        [GraphQLDescription(OfFirst)] int first = 10, [GraphQLDescription(OfOrder)] TopOrder orderBy = TopOrder.Time) =>
        store.GetGenresAsync(community, Checked(first, "genres"), orderBy, cancellationToken);

    [ListSize(SlicingArguments = ["first"])]
    [GraphQLDescription("How much the listeners hear, the most first, in groups of at least minimumListeners.")]
    public static Task<IReadOnlyList<CommunityListeners>?> GetTopListenersAsync(
        [Parent] Community community, CommunityStore store, ClaimsPrincipal principal, CancellationToken cancellationToken,
        [GraphQLDescription("How many groups at most, 1 to 100.")] int first = 10,
        [GraphQLDescription(OfOrder)] TopOrder orderBy = TopOrder.Time) =>
        store.GetListenersAsync(community, Checked(first, "groups of listeners"), orderBy, principal.GetUserId(), cancellationToken);

    [ListSize(AssumedSize = MostDays)]
    [GraphQLDescription("The days on which enough listeners heard something, the earliest first.")]
    public static Task<IReadOnlyList<CommunityDay>?> GetDaysAsync(
        [Parent] Community community, [GraphQLDescription("The first day, UTC.")] DateOnly from,
        [GraphQLDescription("The last day, UTC; at most 366 days with the first.")] DateOnly to,
        CommunityStore store, CancellationToken cancellationToken) =>
        store.GetDaysAsync(community, Checked(from, to), cancellationToken);

    [ListSize(AssumedSize = 120)]
    [GraphQLDescription("The months in which enough listeners heard something, the earliest first; of more than 600 the last.")]
    public static Task<IReadOnlyList<CommunityMonth>?> GetMonthsAsync(
        [Parent] Community community, CommunityStore store, CancellationToken cancellationToken) =>
        store.GetMonthsAsync(community, cancellationToken);

    private static int Checked(int first, string what) => first is >= 1 and <= Most
        ? first
        : throw new GraphQLException($"{first} {what} cannot be asked for; ask for 1 to {Most}.", ArgumentErrors.InvalidSize);

    private static (DateOnly From, DateOnly To) Checked(DateOnly from, DateOnly to)
    {
        new PeriodInput(from, to).ToBounds();
        var days = to.DayNumber - from.DayNumber + 1;
        return days <= MostDays
            ? (from, to)
            : throw new GraphQLException(
                $"{days} days cannot be asked for; ask for 1 to {MostDays}, or for months.", ArgumentErrors.InvalidPeriod);
    }
}
