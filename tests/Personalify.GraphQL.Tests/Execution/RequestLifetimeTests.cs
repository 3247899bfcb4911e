using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class RequestLifetimeTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_request_that_took_too_long_has_ended_whether_or_not_anybody_waited_for_that()
    {
        using var lifetime = new RequestLifetime(1.5 * Step, new SteppingTime(Step), CancellationToken.None);
        Assert.False(lifetime.HasEnded);
        Assert.True(lifetime.HasEnded);
    }

    [Fact]
    public void A_token_that_is_asked_for_late_has_what_is_left_of_the_time()
    {
        using var lifetime = new RequestLifetime(0.5 * Step, new SteppingTime(Step), CancellationToken.None);
        Assert.True(lifetime.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_client_that_goes_away_signals_the_token()
    {
        using var client = new CancellationTokenSource();
        using var lifetime = new RequestLifetime(Step, TimeProvider.System, client.Token);
        var token = lifetime.Token;
        client.Cancel();
        Assert.True(token.IsCancellationRequested);
        Assert.True(lifetime.HasEnded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_token_is_not_signalled_once_the_request_is_over(bool isAskedForBefore)
    {
        using var client = new CancellationTokenSource();
        var lifetime = new RequestLifetime(TimeSpan.FromMinutes(1), TimeProvider.System, client.Token);
        if (isAskedForBefore) _ = lifetime.Token;
        lifetime.Dispose();
        client.Cancel();
        Assert.False(lifetime.Token.IsCancellationRequested);
    }

    [Fact]
    public void What_has_no_limit_ends_by_its_token_alone()
    {
        using var client = new CancellationTokenSource();
        using var lifetime = new RequestLifetime(client.Token);
        Assert.Equal(client.Token, lifetime.Token);
        Assert.False(lifetime.HasEnded);
    }
}
