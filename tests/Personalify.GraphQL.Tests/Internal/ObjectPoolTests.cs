using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Tests.Internal;

public sealed class ObjectPoolTests
{
    [Fact]
    public void What_was_returned_is_used_again()
    {
        var pool = new ObjectPool<Holder>(() => new Holder());
        var first = pool.Rent();
        pool.Return(first);
        Assert.Same(first, pool.Rent());
    }

    [Fact]
    public void What_is_not_returned_is_nobody_elses()
    {
        var pool = new ObjectPool<Holder>(() => new Holder());
        Assert.NotSame(pool.Rent(), pool.Rent());
    }

    [Fact]
    public void It_keeps_a_few_and_takes_any_number()
    {
        var made = 0;
        var pool = new ObjectPool<Holder>(() =>
        {
            made++;
            return new Holder();
        });
        foreach (var holder in Enumerable.Range(0, 1000).Select(_ => pool.Rent()).ToArray()) pool.Return(holder);
        for (var again = 0; again < 1000; again++) pool.Rent();
        Assert.InRange(made, 1001, 2000 - 16);
    }

    [Fact]
    public async Task Nobody_shares_an_object_whoever_else_comes_and_goes()
    {
        var pool = new ObjectPool<Holder>(() => new Holder());
        await Parallel.ForAsync(0, 10_000, (_, _) =>
        {
            var holder = pool.Rent();
            Assert.Equal(1, Interlocked.Increment(ref holder.Users));
            Interlocked.Decrement(ref holder.Users);
            pool.Return(holder);
            return ValueTask.CompletedTask;
        });
    }

    private sealed class Holder
    {
        public int Users;
    }
}
