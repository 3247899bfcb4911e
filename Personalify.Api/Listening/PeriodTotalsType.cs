using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

[ObjectType<PeriodTotals>]
public static class PeriodTotalsType
{
    [GraphQLDescription("How many plays are counted.")]
    public static async Task<int> GetPlaysAsync(
        [Parent] PeriodTotals totals, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(totals.Of, ListeningParts.None, cancellationToken)).Plays;

    [GraphQLDescription("Their milliseconds.")]
    public static async Task<long> GetMsPlayedAsync(
        [Parent] PeriodTotals totals, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(totals.Of, ListeningParts.None, cancellationToken)).MsPlayed;

    [GraphQLDescription("How many different tracks.")]
    public static async Task<int> GetTracksAsync(
        [Parent] PeriodTotals totals, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(totals.Of, ListeningParts.Items, cancellationToken)).Items.Tracks;

    [GraphQLDescription("How many different artists of these tracks.")]
    public static async Task<int> GetArtistsAsync(
        [Parent] PeriodTotals totals, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(totals.Of, ListeningParts.Items, cancellationToken)).Items.Artists;

    [GraphQLDescription("How many different albums of these tracks, where known.")]
    public static async Task<int> GetAlbumsAsync(
        [Parent] PeriodTotals totals, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(totals.Of, ListeningParts.Items, cancellationToken)).Items.Albums;

    [GraphQLDescription("Artists whose first play ever lies in the period.")]
    public static async Task<int> GetNewArtistsAsync(
        [Parent] PeriodTotals totals, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(totals.Of, ListeningParts.NewArtists, cancellationToken)).NewArtists;

    [GraphQLDescription("Days with at least one play.")]
    public static async Task<int> GetActiveDaysAsync(
        [Parent] PeriodTotals totals, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(totals.Of, ListeningParts.Days, cancellationToken)).ByDay.Count;

    [GraphQLDescription("Days in a row with at least one play; the longest such run.")]
    public static async Task<Streak?> GetLongestStreakAsync(
        [Parent] PeriodTotals totals, ListeningLoader loader, CancellationToken cancellationToken) =>
        Streak.Longest((await loader.LoadAsync(totals.Of, ListeningParts.Days, cancellationToken)).ByDay);
}
