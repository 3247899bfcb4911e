using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class CallStopwatchTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void A_call_takes_the_time_between_its_start_and_its_return() => Assert.Equal(Step, Call(new CallStopwatch(new SteppingTime(Step))));

    [Fact]
    public void Where_calls_follow_one_another_the_clock_is_read_once_for_both()
    {
        var stopwatch = new CallStopwatch(new SteppingTime(Step));
        var first = stopwatch.Stop(stopwatch.Take(), mayStartAgain: true);
        var second = stopwatch.Stop(stopwatch.Take(), mayStartAgain: false);
        Assert.Equal((Step, Step), (first, second));
    }

    [Fact]
    public void What_happens_between_two_calls_is_nobodys()
    {
        var time = new SteppingTime(Step);
        var stopwatch = new CallStopwatch(time);
        stopwatch.Stop(stopwatch.Take(), mayStartAgain: true);
        stopwatch.Interrupt();
        time.GetTimestamp();
        Assert.Equal(Step, Call(stopwatch));
    }

    [Fact]
    public void A_call_that_fails_does_not_lengthen_the_next()
    {
        var time = new SteppingTime(Step);
        var stopwatch = new CallStopwatch(time);
        stopwatch.Stop(stopwatch.Take(), mayStartAgain: true);
        stopwatch.Take();
        time.GetTimestamp();
        Assert.Equal(Step, Call(stopwatch));
    }

    private static TimeSpan Call(CallStopwatch stopwatch) => stopwatch.Stop(stopwatch.Take(), mayStartAgain: false);
}
