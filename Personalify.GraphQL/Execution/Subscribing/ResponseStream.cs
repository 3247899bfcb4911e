namespace Personalify.GraphQL.Execution;

/// <summary>
/// The answer to a request that may have several results: one, or a stream of them. Specification: 6.2.3.2 Response Stream.
/// Dispose of it when you are done, read or not: that ends the subscription and everything it holds, once.
/// </summary>
public sealed class ResponseStream : IAsyncDisposable
{
    private readonly IAsyncEnumerable<ExecutionResult>? _results;
    private readonly Func<ValueTask> _close;

    /// <summary>The answer to a query or mutation, or to a subscription that could not begin.</summary>
    public ResponseStream(ExecutionResult result)
    {
        Result = result;
        _close = () =>
        {
            result.Dispose();
            return ValueTask.CompletedTask;
        };
    }

    /// <summary>The answers to a subscription, or the parts of one answer.</summary>
    /// <param name="results">One result for each event, or for what has come of the answer; can be read once.</param>
    /// <param name="close">Ends it, at whatever moment it is called.</param>
    public ResponseStream(IAsyncEnumerable<ExecutionResult> results, Func<ValueTask> close) => (_results, _close) = (results, close);

    /// <summary>
    /// Whether the results are parts of one response (<c>@defer</c>, <c>@stream</c>): the initial result, and then what
    /// <see cref="ExecutionResult.Incremental"/> tells. Otherwise each is a response of its own, to an event.
    /// </summary>
    public bool IsIncremental { get; init; }

    /// <summary>The only result, or <c>null</c> when there is a stream to read.</summary>
    public ExecutionResult? Result { get; }

    /// <summary>
    /// The results one after the other, each for the reader to dispose of; the next event is taken when the reader asks for more. Errors
    /// of an event are in its result, and the stream goes on. Where the events themselves fail, the last result says so: its
    /// <see cref="ExecutionResult.Kind"/> is <see cref="RequestErrorKind.SourceStream"/>. Ends without a word when the subscription does.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is only the one <see cref="Result"/>.</exception>
    public IAsyncEnumerable<ExecutionResult> ReadResultsAsync() =>
        _results ?? throw new InvalidOperationException("The request has a single result, not a stream: read Result.");

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _close();
}
