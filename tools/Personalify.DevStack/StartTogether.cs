namespace Personalify.DevStack;

/// <summary>Starts that run side by side: when one fails, the others are called off instead of waited for.</summary>
internal sealed class StartTogether(CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    public async Task<T> Start<T>(Func<CancellationToken, Task<T>> start)
    {
        try
        {
            return await start(_source.Token);
        }
        catch
        {
            await _source.CancelAsync();
            throw;
        }
    }

    public void Dispose() => _source.Dispose();
}
