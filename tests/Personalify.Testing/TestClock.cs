using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Personalify.Testing;

/// <summary>Clocks that stand still until a test advances them; due timers then run on the test's thread, in their order.</summary>
public static class TestClock
{
    public static FakeTimeProvider At(string start) => new(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture));
}
