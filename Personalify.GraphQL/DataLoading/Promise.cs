namespace Personalify.GraphQL.DataLoading;

/// <summary>The value of one key in one request, there or still to come. Guarded by its loader's lock.</summary>
internal sealed class Promise<TValue>
{
    private List<PendingLoad<TValue>>? _waiting;
    private Task<TValue?>? _task;

    public bool IsSettled { get; private set; }

    public Result<TValue> Result { get; private set; }

    public void Await(PendingLoad<TValue> load) => (_waiting ??= []).Add(load);

    /// <summary>Keeps the outcome and adds to <paramref name="resumed"/> the loads that wait for nothing else.</summary>
    public void Settle(Result<TValue> result, List<PendingLoad> resumed)
    {
        Result = result;
        IsSettled = true;
        foreach (var load in _waiting ?? [])
        {
            if (load.IsLastPromise()) resumed.Add(load);
        }

        _waiting = null;
    }

    /// <summary>A completed task of the value, made once.</summary>
    public Task<TValue?> ToTask() => _task ??= Result.Error is { } error ? Task.FromException<TValue?>(error) : Task.FromResult(Result.Value);

    public static Promise<TValue> Of(TValue? value) => new() { Result = Result<TValue>.Found(value), IsSettled = true };
}
