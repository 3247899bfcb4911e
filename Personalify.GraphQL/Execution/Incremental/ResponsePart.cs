using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// A part of the response that comes later. It is resolved beside other parts on the request's loop, where they share batches, and written
/// when nothing of it runs any more: it counts what does.
/// </summary>
internal abstract class ResponsePart : IDisposable
{
    private readonly OperationContext _whole;
    private Action<ResponsePart> _resolved = static _ => { };
    private int _running;
    private JsonOutput? _output;
    private IDisposable? _scope;

    protected ResponsePart(OperationContext whole, (FieldPlan? Field, int Index)[] steps, DeliveryScope? scope)
    {
        (_whole, Steps) = (whole, steps);
        Operation = whole.ForPart(this, scope);
    }

    public bool IsWritten { get; private set; }

    /// <summary>Whether a null has reached the part's own root.</summary>
    public bool HasFailed { get; protected set; }

    /// <summary>The value as JSON.</summary>
    public ReadOnlyMemory<byte> Json { get; private set; }

    /// <summary>The errors below the value.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; protected set; } = [];

    /// <summary>The errors that it has failed by.</summary>
    public IReadOnlyList<GraphQLError> Failure { get; protected set; } = [];

    /// <summary>What of the part comes even later.</summary>
    public DeferredWork Deferred => Operation.Deferred!;

    /// <summary>The part's own run of the plan: its errors are its own, loaders and services the whole operation's.</summary>
    protected OperationContext Operation { get; }

    protected (FieldPlan? Field, int Index)[] Steps { get; }

    /// <summary>Begins to resolve. Runs in the loop, and calls back there.</summary>
    public void Start(Action<ResponsePart> resolved)
    {
        _resolved = resolved;
        _scope = Operation.Events?.ExecuteDeferredTask();
        Enter();
        Resolve();
        Leave();
    }

    /// <summary>Something of the part begins.</summary>
    public void Enter() => _running++;

    /// <summary>Something of the part has ended, and has begun whatever comes of it.</summary>
    public void Leave()
    {
        if (--_running > 0) return;
        _scope?.Dispose();
        _resolved(this);
    }

    /// <summary>Writes what was resolved. Specification: 6.4.3 Value Completion.</summary>
    public void Write()
    {
        var budget = Deferred.Budget;
        _output = JsonOutput.Rent(budget.RemainingBytes);
        try
        {
            Write(new ResponseBuilder(Operation, _output, new ResponsePath(Steps)), _output);
        }
        catch (ResponseTooLargeException error)
        {
            Deferred.CutTo(0);
            _output.Clear();
            (HasFailed, Errors, Failure) = (true, [], [new GraphQLError(error.Message) { Path = Path }.WithCode(error.Code)]);
        }

        IsWritten = true;
        Json = _output.Data;
        budget.Spend(Json.Length);
    }

    public void Dispose()
    {
        Json = default;
        Interlocked.Exchange(ref _output, null)?.Dispose();
    }

    protected abstract object[] Path { get; }

    /// <summary>Starts whatever has to be resolved.</summary>
    protected abstract void Resolve();

    protected abstract void Write(ResponseBuilder builder, JsonOutput output);
}
