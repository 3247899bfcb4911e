using Personalify.Api.Errors;
using Personalify.Domain.Listening;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Listening;

[GraphQLDescription("Whole days in the listener's time zone, both included. A missing end is open.")]
public sealed record PeriodInput(
    [GraphQLDescription("The first day; from the first play on when missing.")] DateOnly? From,
    [GraphQLDescription("The last day; up to the last play when missing. At most 200 years after the first.")] DateOnly? To)
{
    /// <exception cref="GraphQLException">The period cannot be answered; the message says why.</exception>
    public PeriodBounds ToBounds()
    {
        try
        {
            return PeriodBounds.Between(From, To);
        }
        catch (InvalidPeriodException invalid)
        {
            throw new GraphQLException(invalid.Message, ArgumentErrors.InvalidPeriod);
        }
    }
}
