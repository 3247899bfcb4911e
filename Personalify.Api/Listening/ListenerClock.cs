using Personalify.Api.Errors;
using Personalify.Api.Users;
using Personalify.Domain.Listening;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Listening;

/// <summary>The clock by which a listener's days and hours are counted.</summary>
public static class ListenerClock
{
    /// <exception cref="GraphQLException">The system does not know the account's zone, after an update of the system for
    /// example.</exception>
    public static ZoneClock Of(User user) => TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var zone)
        ? ZoneClock.Of(zone)
        : throw new GraphQLException(
            $"This server does not know the time zone {user.TimeZone} any more. Choose another one with updateProfile.",
            ArgumentErrors.UnknownTimeZone);
}
