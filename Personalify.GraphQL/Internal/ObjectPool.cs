namespace Personalify.GraphQL.Internal;

/// <summary>
/// Objects that wait to be used again, a few at most; further ones are left to the garbage collector. Whoever takes one has it alone until
/// returning it, which must happen once, with nothing in it that belongs to its last user.
/// </summary>
/// <param name="create">Makes one when none waits.</param>
internal sealed class ObjectPool<T>(Func<T> create)
    where T : class
{
    private readonly T?[] _waiting = new T?[Math.Max(16, Environment.ProcessorCount * 4)];

    public T Rent()
    {
        foreach (ref var place in _waiting.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } found) return found;
        }

        return create();
    }

    public void Return(T item)
    {
        foreach (ref var place in _waiting.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, item, null) is null) return;
        }
    }
}
