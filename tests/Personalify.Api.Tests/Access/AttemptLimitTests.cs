using Microsoft.Extensions.Time.Testing;
using Personalify.Api.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

public sealed class AttemptLimitTests
{
    private readonly FakeTimeProvider _time = TestClock.At("2026-03-01T12:00:00Z");

    [Fact]
    public void The_attempt_over_the_limit_is_told_how_long_to_wait()
    {
        var limit = Create();
        limit.Take("a");
        _time.Advance(TimeSpan.FromMinutes(4));
        limit.Take("a");

        Assert.Equal(TimeSpan.FromMinutes(11), limit.Take("a"));
        Assert.Null(limit.Take("b"));
    }

    [Fact]
    public void After_the_window_all_attempts_are_there_again()
    {
        var limit = Create();
        limit.Take("a");
        limit.Take("a");
        _time.Advance(TimeSpan.FromMinutes(15));

        Assert.Null(limit.Take("a"));
        Assert.Null(limit.Take("a"));
        Assert.NotNull(limit.Take("a"));
    }

    [Fact]
    public void A_good_attempt_is_given_back()
    {
        var limit = Create();
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(limit.Take("a"));
            limit.GiveBack("a");
        }
    }

    [Fact]
    public void When_full_it_forgets_the_window_that_ends_first()
    {
        var limit = Create(capacity: 2);
        foreach (var key in (string[])["a", "a", "b", "b", "c"]) limit.Take(key);

        Assert.NotNull(limit.Take("b"));
        Assert.Null(limit.Take("a"));
    }

    private AttemptLimit Create(int capacity = 100) => new(2, TimeSpan.FromMinutes(15), capacity, _time);
}
