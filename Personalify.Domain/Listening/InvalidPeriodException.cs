using System.Globalization;

namespace Personalify.Domain.Listening;

/// <summary>Thrown for a period that cannot be answered. The message is for the person who asked.</summary>
public sealed class InvalidPeriodException : Exception
{
    private InvalidPeriodException(FormattableString message)
        : base(message.ToString(CultureInfo.InvariantCulture))
    {
    }

    internal static InvalidPeriodException EndsBeforeItBegins(DateOnly from, DateOnly to) =>
        new($"The period ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}. Exchange from and to.");

    internal static InvalidPeriodException TooLong(DateOnly from, DateOnly to, int years) =>
        new($"The period from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} is longer than {years} years. Shorten it, or leave an end open.");
}
