using Personalify.Api.Access;
using Personalify.Api.Users;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserListening
{
    [UsePaging(DefaultPageSize = 25, MaxPageSize = 100)]
    [GraphQLDescription("The single plays, newest first unless ordered otherwise.")]
    public static Task<Connection<Play>> GetPlaysAsync(
        [Parent] User user, PagingArguments paging, PlayFilterInput? filter, PlaysStore plays, CancellationToken cancellationToken,
        PlayOrder order = PlayOrder.NewestFirst) =>
        plays.GetPageAsync(new PlaysQuery(user.Id, ListenerClock.Of(user), filter, order), paging, cancellationToken);

    [GraphQLDescription("What the listening of a period adds up to.")]
    public static PeriodListening GetListening(
        [Parent] User user, PeriodInput? period, ListeningFilterInput? filter, PlayDefinition play = PlayDefinition.ThirtySeconds) =>
        new(user.Id, ListenerClock.Of(user), period?.ToBounds() ?? default, play, filter?.ToFilter(user.Id) ?? ListeningFilter.None);

    [GraphQLDescription("The days of the first and the last play, or null without any.")]
    public static async Task<Coverage?> GetCoverageAsync([Parent] User user, ListenedTimeLoader times, CancellationToken cancellationToken)
    {
        if (await times.LoadAsync(user.Id, cancellationToken) is not { } listened) return null;
        var days = listened.DaysBy(ListenerClock.Of(user));
        return new Coverage(days.From, days.To, listened.Plays);
    }
}
