using Personalify.Api.Access;
using Personalify.Api.Users;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserListening
{
    [UsePaging(DefaultPageSize = 25, MaxPageSize = 100)]
    [GraphQLDescription("The single plays that the arguments let through, newest first unless ordered otherwise. "
        + "What counts as a play is thirty seconds unless play says otherwise, as in listening; ANY lists every stream.")]
    public static async Task<Connection<Play>?> GetPlaysAsync(
        [Parent] User user, PagingArguments paging, [GraphQLDescription(ListeningArguments.Period)] PeriodInput? period,
        [GraphQLDescription(ListeningArguments.Filter)] ListeningFilterInput? filter, PlaysStore plays,
        CancellationToken cancellationToken,
        [GraphQLDescription(ListeningArguments.Play)] PlayDefinition play = PlayDefinition.ThirtySeconds,
        [GraphQLDescription("Which plays come first.")] PlayOrder orderBy = PlayOrder.NewestFirst) =>
        GetListening(user, period, filter, play) is { } listening
            ? await plays.GetPageAsync(new PlaysQuery(listening, user.TimeZone, orderBy), paging, cancellationToken)
            : null;

    [GraphQLDescription("What the plays that the arguments let through add up to. "
        + "What counts as a play is thirty seconds unless play says otherwise, as in plays; ANY counts every stream.")]
    public static PeriodListening? GetListening(
        [Parent] User user, [GraphQLDescription(ListeningArguments.Period)] PeriodInput? period,
        [GraphQLDescription(ListeningArguments.Filter)] ListeningFilterInput? filter,
        [GraphQLDescription(ListeningArguments.Play)] PlayDefinition play = PlayDefinition.ThirtySeconds) =>
        new PeriodListening(user.Id, ListenerClock.Of(user), period?.ToBounds() ?? default, play,
            filter?.ToFilter(user.Id) ?? ListeningFilter.None);

    [GraphQLDescription("The days of the first and the last play, or null without any.")]
    public static async Task<Coverage?> GetCoverageAsync([Parent] User user, ListenedTimeLoader times, CancellationToken cancellationToken)
    {
        if (await times.LoadAsync(user.Id, cancellationToken) is not { } listened) return null;
        var days = listened.DaysBy(ListenerClock.Of(user));
        return new Coverage(days.From, days.To, listened.Plays);
    }
}
