using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Tests.Internal;

public sealed class LifetimeTests
{
    [Fact]
    public void It_ends_with_what_it_belongs_to()
    {
        using var outer = new CancellationTokenSource();
        using var lifetime = new Lifetime(outer.Token);
        outer.Cancel();
        Assert.True(lifetime.HasEnded);
    }

    [Fact]
    public void What_is_let_go_ends_nothing_and_can_still_be_ended()
    {
        using var outer = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var lifetime = new Lifetime(outer.Token);
        lifetime.EndWith(other.Token).Dispose();
        lifetime.Dispose();
        outer.Cancel();
        other.Cancel();
        Assert.False(lifetime.Token.IsCancellationRequested);
        lifetime.End();
        Assert.True(lifetime.Token.IsCancellationRequested);
    }

    [Fact]
    public void It_ends_with_a_further_token()
    {
        using var other = new CancellationTokenSource();
        using var lifetime = new Lifetime(CancellationToken.None);
        using var further = lifetime.EndWith(other.Token);
        other.Cancel();
        Assert.True(lifetime.HasEnded);
    }
}
