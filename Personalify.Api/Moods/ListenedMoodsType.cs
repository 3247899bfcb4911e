using Personalify.Api.Catalog;
using Personalify.Api.Errors;
using Personalify.Api.Listening;
using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;
using Personalify.Domain.Moods;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Moods;

[ObjectType<ListenedMoods>]
public static class ListenedMoodsType
{
    private const int MostTypical = 50;

    [GraphQLDescription("The period as it was understood, or null when an end is open and there is no play at all.")]
    public static Task<Period?> GetPeriodAsync([Parent] ListenedMoods moods, ListenedTimeLoader times,
        CancellationToken cancellationToken) =>
        PeriodListeningType.GetPeriodAsync(moods.Of, times, cancellationToken);

    [GraphQLDescription("Those that have a play: one for TOTAL; of hours, weekdays and months the earliest first; of artists those heard "
        + "longest.")]
    [ListSize(AssumedSize = 24, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    public static async Task<IReadOnlyList<ListenedMoodGroup>> GetGroupsAsync(
        [Parent] ListenedMoods moods, ListenedMoodsLoader loader, CancellationToken cancellationToken,
        [GraphQLDescription("At most so many, none below 1; all when missing, of artists 24. It is what the field costs.")]
        int? first = null)
    {
        var groups = await loader.LoadRequiredAsync(moods, cancellationToken);
        return MoodGroups.Of(moods, groups, first);
    }

    [GraphQLDescription("The tracks of the period whose titles are most surely of a mood, corrected ones first; of equal ones those with "
        + "most plays. Of several tracks of an artist with one name only that with most plays is there.")]
    [ListSize(SlicingArguments = ["first"])]
    public static Task<IReadOnlyList<TypicalTrack>> GetTypicalTracksAsync(
        [Parent] ListenedMoods moods, [GraphQLDescription("Of which mood.")] Mood mood, TypicalTracksLoader loader,
        CancellationToken cancellationToken, [GraphQLDescription("How many at most, 1 to 50.")] int first = 5) =>
        first is >= 1 and <= MostTypical
            ? loader.LoadRequiredAsync(new TypicalKey(moods.Of, mood, first), cancellationToken)
            : throw new GraphQLException(
                $"The argument 'first' may ask for 1 to {MostTypical} tracks; it is {first}.", ArgumentErrors.InvalidSize);
}

[ObjectType<ListenedMoodGroup>]
public static class ListenedMoodGroupType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("Whose tracks they are, if they are put together by ARTIST.")]
    public static async Task<Artist?> GetArtistAsync(
        [Parent] ListenedMoodGroup group, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        group.ArtistNumber is { } number ? await artists.LoadAsync(CatalogId.Of(group.UserId, number), cancellationToken) : null;
}

[ObjectType<TypicalTrack>]
public static class TypicalTrackType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The track.")]
    public static Task<Track> GetTrackAsync([Parent] TypicalTrack typical, TrackByIdDataLoader tracks,
        CancellationToken cancellationToken) =>
        tracks.LoadRequiredAsync(typical.TrackId, cancellationToken);
}

/// <summary>Groups as they are shown.</summary>
internal static class MoodGroups
{
    private const int Artists = 24;

    public static IReadOnlyList<ListenedMoodGroup> Of(ListenedMoods moods, IReadOnlyList<MoodGroup> groups, int? first)
    {
        var ordered = moods.By == MoodGrouping.Artist
            ? groups.OrderByDescending(group => group.MsPlayed.Sum()).ThenBy(group => group.Key).Take(first ?? Artists)
            : groups.Take(first ?? groups.Count);
        return [.. ordered.Select(group => Of(moods, group))];
    }

    private static ListenedMoodGroup Of(ListenedMoods moods, MoodGroup group)
    {
        var (plays, milliseconds) = (group.Plays.Sum(), group.MsPlayed.Sum());
        int? KeyOf(MoodGrouping by) => moods.By == by ? group.Key : null;
        return new ListenedMoodGroup(
            KeyOf(MoodGrouping.Artist), moods.Of.UserId, KeyOf(MoodGrouping.Hour), (Weekday?)KeyOf(MoodGrouping.Weekday),
            KeyOf(MoodGrouping.Month) is { } month ? new DateOnly(month / 12, (month % 12) + 1, 1) : null, plays, milliseconds,
            [.. Enum.GetValues<Mood>().Select(mood => Part(mood, Amount((int)mood)))],
            Amount(TrackMoods.CannotTell), Amount(TrackMoods.NotScored));

        MoodAmount Amount(int place) => new(
            group.Plays[place], group.MsPlayed[place], group.Plays[place] / Math.Max(1.0, plays),
            group.MsPlayed[place] / Math.Max(1.0, milliseconds));
    }

    private static MoodPart Part(Mood mood, MoodAmount amount) =>
        new(mood, amount.Plays, amount.MsPlayed, amount.PlaysShare, amount.MsShare);
}
