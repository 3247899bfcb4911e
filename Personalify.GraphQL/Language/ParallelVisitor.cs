namespace Personalify.GraphQL.Language;

/// <summary>
/// One walk for many listeners. Each hears of the kinds of nodes it asked for, in the order in which the listeners were
/// added, and skips or stops for itself alone.
/// </summary>
public class ParallelVisitor : SyntaxVisitor
{
    private readonly List<SyntaxListener> _listeners = [];
    private readonly Dictionary<Type, Handler[]> _enterHandlers = [];
    private readonly Dictionary<Type, Handler[]> _leaveHandlers = [];
    private int _skipping;

    /// <summary>Adds a listener. It asks for kinds of nodes before the visit starts.</summary>
    public SyntaxListener AddListener()
    {
        var listener = new SyntaxListener(this);
        _listeners.Add(listener);
        return listener;
    }

    /// <inheritdoc />
    protected override VisitAction Enter(SyntaxNode node)
    {
        foreach (var handler in GetHandlers(_enterHandlers, node, isEnter: true))
        {
            if (handler.Listener.Skipped is not null) continue;
            var action = handler.Invoke(node);
            if (action == VisitAction.Continue) continue;
            handler.Listener.Skipped = action == VisitAction.Skip ? node : SyntaxListener.Everything;
            _skipping++;
        }

        return _skipping == _listeners.Count ? Abandon(node) : VisitAction.Continue;
    }

    /// <inheritdoc />
    protected override VisitAction Leave(SyntaxNode node)
    {
        foreach (var handler in GetHandlers(_leaveHandlers, node, isEnter: false))
        {
            if (handler.Listener.Skipped is not null || handler.Invoke(node) != VisitAction.Break) continue;
            handler.Listener.Skipped = SyntaxListener.Everything;
            _skipping++;
        }

        Resume(node);
        return VisitAction.Continue;
    }

    // Nobody listens any more below the node, or at all.
    private VisitAction Abandon(SyntaxNode node)
    {
        if (_listeners.TrueForAll(listener => listener.Skipped == SyntaxListener.Everything)) return VisitAction.Break;
        Resume(node);
        return VisitAction.Skip;
    }

    private void Resume(SyntaxNode node)
    {
        if (_skipping == 0) return;
        foreach (var listener in _listeners)
        {
            if (listener.Skipped != node) continue;
            listener.Skipped = null;
            _skipping--;
        }
    }

    private Handler[] GetHandlers(Dictionary<Type, Handler[]> handlers, SyntaxNode node, bool isEnter)
    {
        var kind = node.GetType();
        if (!handlers.TryGetValue(kind, out var found))
        {
            found = [.. _listeners
                .SelectMany(listener => listener.Handlers)
                .Where(handler => handler.IsEnter == isEnter && handler.Kind.IsAssignableFrom(kind))];
            handlers[kind] = found;
        }

        return found;
    }

    internal sealed record Handler(SyntaxListener Listener, Type Kind, bool IsEnter, Func<SyntaxNode, VisitAction> Invoke);
}

/// <summary>What one listener wants to hear of. A kind may be a base class such as <see cref="SelectionNode"/>.</summary>
public sealed class SyntaxListener
{
    internal static readonly SyntaxNode Everything = new NameNode("everything");

    private readonly ParallelVisitor _visitor;

    internal SyntaxListener(ParallelVisitor visitor) => _visitor = visitor;

    /// <summary>The nodes around the current one, the outermost first.</summary>
    public IReadOnlyList<SyntaxNode> Ancestors => _visitor.Ancestors;

    internal List<ParallelVisitor.Handler> Handlers { get; } = [];

    /// <summary>The node whose inside the listener does not want to hear of.</summary>
    internal SyntaxNode? Skipped { get; set; }

    /// <summary>Calls the handler before the children of each node of a kind.</summary>
    public void Enter<T>(Action<T> handler)
        where T : SyntaxNode => Add(isEnter: true, handler);

    /// <summary>Calls the handler before the children of each node of a kind; it decides whether they are visited.</summary>
    public void Enter<T>(Func<T, VisitAction> handler)
        where T : SyntaxNode => Handlers.Add(new ParallelVisitor.Handler(this, typeof(T), true, node => handler((T)node)));

    /// <summary>Calls the handler after the children of each node of a kind.</summary>
    public void Leave<T>(Action<T> handler)
        where T : SyntaxNode => Add(isEnter: false, handler);

    /// <summary>Leaves out the inside of all nodes of a kind.</summary>
    public void Skip<T>()
        where T : SyntaxNode => Handlers.Add(new ParallelVisitor.Handler(this, typeof(T), true, static _ => VisitAction.Skip));

    private void Add<T>(bool isEnter, Action<T> handler)
        where T : SyntaxNode => Handlers.Add(new ParallelVisitor.Handler(this, typeof(T), isEnter, node =>
        {
            handler((T)node);
            return VisitAction.Continue;
        }));
}
