namespace Personalify.GraphQL.DataLoading;

/// <summary>The value of one key in one request, there or still to come. Guarded by its loader's lock.</summary>
internal sealed class Promise<TValue>
{
    private PendingLoad<TValue>? _first;
    private List<PendingLoad<TValue>>? _others;
    private Task<TValue?>? _task;

    public bool IsSettled { get; private set; }

    public Result<TValue> Result { get; private set; }

    /// <summary>Nearly every key is asked for once, so the first caller needs no list.</summary>
    public void Await(PendingLoad<TValue> load)
    {
        if (_first is null) _first = load;
        else (_others ??= []).Add(load);
    }

    /// <summary>Keeps the outcome and adds to <paramref name="resumed"/> the loads that wait for nothing else.</summary>
    public void Settle(Result<TValue> result, List<PendingLoad> resumed)
    {
        Result = result;
        IsSettled = true;
        if (_first is { } first && first.IsLastPromise()) resumed.Add(first);
        if (_others is not null) resumed.AddRange(_others.Where(load => load.IsLastPromise()));
        (_first, _others) = (null, null);
    }

    /// <summary>A completed task of the value, made once.</summary>
    public Task<TValue?> ToTask() => _task ??= Result.Error is { } error ? Task.FromException<TValue?>(error) : Task.FromResult(Result.Value);

    public static Promise<TValue> Of(TValue? value) => new() { Result = Result<TValue>.Found(value), IsSettled = true };
}
