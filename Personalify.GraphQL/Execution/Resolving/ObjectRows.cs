namespace Personalify.GraphQL.Execution;

/// <summary>
/// Objects of one list that have the same to resolve. A field whose resolver allows it is resolved for all of them as one job.
/// </summary>
internal sealed class ObjectRows(OperationContext operation, ObjectNode first, ObjectRows? previous, int capacity) : IWorkItem
{
    /// <summary>So many that what is made once costs nothing, and so few that it may be looked through whenever one of them has something to say.</summary>
    private const int Most = 64;

    private readonly ObjectNode[] _nodes = new ObjectNode[Math.Min(capacity, Most)];

    public ReadOnlySpan<ObjectNode> Nodes => _nodes;

    public int Count { get; private set; }

    /// <summary>Adds an object to those of its list that have the same to resolve, which the loop starts once it has left the list.</summary>
    /// <param name="operation">The run.</param>
    /// <param name="rows">The latest rows of the list; <c>null</c> when there are none yet.</param>
    /// <param name="node">An object with something to resolve.</param>
    /// <param name="capacity">How many objects may follow at most, this one included.</param>
    public static void Add(OperationContext operation, ref ObjectRows? rows, ObjectNode node, int capacity)
    {
        var fitting = rows;
        while (fitting is not null && !fitting.Takes(node)) fitting = fitting.Previous;
        fitting ??= rows = Post(operation, new ObjectRows(operation, node, rows, capacity));
        fitting._nodes[fitting.Count++] = node;
    }

    public void Run()
    {
        foreach (var node in Nodes[..Count]) StartOthers(node);
        foreach (var field in first.Selection.ResolvedAhead)
        {
            if (IsColumn(field)) new ResolverColumn(operation, this, field).Start();
        }

        operation.Stopwatch.Interrupt();
        operation.Part?.Leave();
    }

    private ObjectRows? Previous => previous;

    private static ObjectRows Post(OperationContext operation, ObjectRows rows)
    {
        operation.Part?.Enter();
        operation.Scheduler.Post(rows);
        return rows;
    }

    private bool Takes(ObjectNode node) => first.Selection == node.Selection && Count < _nodes.Length;

    private bool IsColumn(FieldPlan field) => Count > 1 && field.IsMomentary;

    private void StartOthers(ObjectNode node)
    {
        foreach (var field in node.Selection.ResolvedAhead)
        {
            if (!IsColumn(field)) FieldResolution.Start(operation, node, field);
        }
    }
}
