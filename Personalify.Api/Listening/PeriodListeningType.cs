using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

[ObjectType<PeriodListening>]
public static class PeriodListeningType
{
    [GraphQLDescription("The period as it was understood, or null when an end is open and there is no play at all.")]
    public static async Task<Period?> GetPeriodAsync(
        [Parent] PeriodListening listening, ListenedTimeLoader times, CancellationToken cancellationToken) =>
        listening.Bounds.Close((await times.LoadAsync(listening.UserId, cancellationToken))?.DaysBy(listening.Clock));

    [GraphQLDescription("What the plays add up to.")]
    public static PeriodTotals GetTotals([Parent] PeriodListening listening) => new(listening);

    [GraphQLDescription("The first play that is counted, or null without any.")]
    public static async Task<Play?> GetFirstPlayAsync(
        [Parent] PeriodListening listening, ListeningLoader loader, PlayEndLoader ends, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(listening, ListeningParts.Ends, cancellationToken)).First is { } mark
            ? await ends.LoadAsync(new PlayEnd(listening, mark, IsLast: false), cancellationToken)
            : null;

    [GraphQLDescription("The last play that is counted, or null without any.")]
    public static async Task<Play?> GetLastPlayAsync(
        [Parent] PeriodListening listening, ListeningLoader loader, PlayEndLoader ends, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(listening, ListeningParts.Ends, cancellationToken)).Last is { } mark
            ? await ends.LoadAsync(new PlayEnd(listening, mark, IsLast: true), cancellationToken)
            : null;

    [GraphQLDescription("The place of the filter's one artist, album or track among all of the period, 1 the highest, whatever else is "
        + "filtered. Null when the filter names none or several, or it has no play that counts.")]
    public static async Task<int?> GetRankAsync(
        [Parent] PeriodListening listening, ListeningLoader loader, CancellationToken cancellationToken,
        [GraphQLDescription("What decides the rank.")] TopOrder orderBy = TopOrder.Time) =>
        listening.Filter.Item is { } item
            ? await loader.LoadRankAsync(listening, new RankQuestion(item.Kind, item.Id, orderBy), cancellationToken)
            : null;

    [GraphQLDescription("The part of all milliseconds of the same period and definition of a play, 0 to 1; 0 when there are none.")]
    public static async Task<double> GetShareAsync(
        [Parent] PeriodListening listening, ListeningLoader loader, CancellationToken cancellationToken)
    {
        var part = loader.LoadAsync(listening, ListeningParts.None, cancellationToken);
        var whole = loader.LoadAsync(listening.Whole, ListeningParts.None, cancellationToken);
        await Task.WhenAll(part, whole);
        return (await part).MsPlayed / Math.Max(1.0, (await whole).MsPlayed);
    }

    [UsePaging(MaxPageSize = 100)]
    [GraphQLDescription("The tracks that were heard, highest first.")]
    public static Task<Connection<TopTrack>?> GetTopTracksAsync(
        [Parent] PeriodListening listening, PagingArguments paging, ListeningLoader loader, CancellationToken cancellationToken,
        [GraphQLDescription("What decides the rank.")] TopOrder orderBy = TopOrder.Time) =>
        TopPage.Of(paging).ReadAsync(
            listening, TopKind.Tracks, orderBy, loader,
            (entry, id) => new TopTrack(listening, entry.Rank, id, entry.Plays, entry.MsPlayed), top => top.Rank, cancellationToken);

    [UsePaging(MaxPageSize = 100)]
    [GraphQLDescription("The artists who were heard, highest first.")]
    public static Task<Connection<TopArtist>?> GetTopArtistsAsync(
        [Parent] PeriodListening listening, PagingArguments paging, ListeningLoader loader, CancellationToken cancellationToken,
        [GraphQLDescription("What decides the rank.")] TopOrder orderBy = TopOrder.Time) =>
        TopPage.Of(paging).ReadAsync(
            listening, TopKind.Artists, orderBy, loader,
            (entry, id) => new TopArtist(listening, entry.Rank, id, entry.Plays, entry.MsPlayed, entry.Tracks), top => top.Rank,
            cancellationToken);

    [UsePaging(MaxPageSize = 100)]
    [GraphQLDescription("The albums that were heard, highest first. Plays of tracks without a known album are in none.")]
    public static Task<Connection<TopAlbum>?> GetTopAlbumsAsync(
        [Parent] PeriodListening listening, PagingArguments paging, ListeningLoader loader, CancellationToken cancellationToken,
        [GraphQLDescription("What decides the rank.")] TopOrder orderBy = TopOrder.Time) =>
        TopPage.Of(paging).ReadAsync(
            listening, TopKind.Albums, orderBy, loader,
            (entry, id) => new TopAlbum(listening, entry.Rank, id, entry.Plays, entry.MsPlayed), top => top.Rank, cancellationToken);

    [GraphQLDescription("24 entries, hour 0 to 23 of the listener's day.")]
    [ListSize(AssumedSize = 24)]
    public static async Task<IReadOnlyList<HourListening>> GetByHourAsync(
        [Parent] PeriodListening listening, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(listening, ListeningParts.Hours, cancellationToken)).ByHour;

    [GraphQLDescription("168 entries, Monday 0:00 to Sunday 23:00.")]
    [ListSize(AssumedSize = 168)]
    public static async Task<IReadOnlyList<WeekdayHourListening>> GetByWeekdayHourAsync(
        [Parent] PeriodListening listening, ListeningLoader loader, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(listening, ListeningParts.Hours, cancellationToken)).ByWeekdayHour;

    [GraphQLDescription("The days of the period that have a play, the earliest first.")]
    [ListSize(AssumedSize = 366, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    public static async Task<IReadOnlyList<DayListening>> GetByDayAsync(
        [Parent] PeriodListening listening, ListeningLoader loader, CancellationToken cancellationToken,
        [GraphQLDescription("At most so many, none below 1, all when missing. It is what the field costs: 7 for a week.")] int? first = null)
    {
        var days = (await loader.LoadAsync(listening, ListeningParts.Days, cancellationToken)).ByDay;
        return first < days.Count ? [.. days.Take(first.Value)] : days;
    }

    [GraphQLDescription("The months of the period, those without a play included, the earliest first.")]
    [ListSize(AssumedSize = 12, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    public static async Task<IReadOnlyList<MonthListening>> GetByMonthAsync(
        [Parent] PeriodListening listening, ListeningLoader loader, ListenedTimeLoader times, CancellationToken cancellationToken,
        [GraphQLDescription("At most so many, none below 1, all when missing. It is what the field costs.")] int? first = null)
    {
        // Both at once, so that the sums stay part of the one question that all fields make.
        var sums = loader.LoadAsync(listening, ListeningParts.Days, cancellationToken);
        var period = GetPeriodAsync(listening, times, cancellationToken);
        await Task.WhenAll(sums, period);
        var months = await period is { } closed ? (await sums).ByMonth(closed) : [];
        return first < months.Count ? [.. months.Take(first.Value)] : months;
    }
}
