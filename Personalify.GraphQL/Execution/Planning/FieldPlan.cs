using System.Text;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>How a field's value is come by while the response is written.</summary>
internal enum FieldAccess
{
    /// <summary>It is known already.</summary>
    Constant,

    /// <summary>It was resolved ahead.</summary>
    Slot,

    /// <summary>It is read from the parent, as what it is.</summary>
    Value,

    /// <summary>It is read from the parent, and most likely is a string.</summary>
    Text,

    /// <summary>It is read from the parent without boxing it.</summary>
    Int,

    /// <inheritdoc cref="Int" />
    Boolean,
}

/// <summary>One entry of an object in the response: everything about it that does not depend on the request.</summary>
internal sealed class FieldPlan : ISelection
{
    private readonly OperationPlan _operation;
    private SelectionPlan[] _selections = [];
    private SelectionPlan? _latest;

    public FieldPlan(OperationPlan operation, ObjectType parent, OutputField field, IReadOnlyList<FieldNode> nodes, FieldDeferral? deferral = null)
    {
        _operation = operation;
        Deferral = deferral;
        (Parent, Field, Nodes) = (parent, field, nodes);
        ResponseName = nodes[0].ResponseName;
        NameAfterBrace = Encoding.UTF8.GetBytes($"{{\"{ResponseName}\":");
        NameAfterComma = Encoding.UTF8.GetBytes($",\"{ResponseName}\":");
        Shape = OutputShape.Of(field.Type);
        Arguments = ArgumentPlan.Of(parent, field, nodes[0]);
        ArgumentsIndex = Arguments.IsConstant ? -1 : operation.AddVariableArguments();
        HasWorkBelow = nodes[0].SelectionSet is not null && (deferral is { IsShared: true } || operation.Analysis.HasWorkBelow(nodes, field.Type.Named));
        if (field == Introspection.TypeNameField) Constant = Encoding.UTF8.GetBytes($"\"{parent.Name}\"");
        else if (WorkAnalysis.IsWork(field)) Resolver = operation.ObservesFields ? ObservedResolver.Wrap(ResolverOf(field)) : ResolverOf(field);
        else Pure = PureResolverOf(field);
        (Int, Boolean) = (field.UnboxedResolver as Func<object, int>, field.UnboxedResolver as Func<object, bool>);
        Access = Accessed();
    }

    /// <summary>The object type that the field is selected on.</summary>
    public ObjectType Parent { get; }

    public OutputField Field { get; }

    /// <summary>All nodes that were merged into the field.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    public string ResponseName { get; }

    /// <summary>The key with quotes and colon, as the first of its object.</summary>
    public byte[] NameAfterBrace { get; }

    /// <summary>The key of any other.</summary>
    public byte[] NameAfterComma { get; }

    public OutputShape Shape { get; }

    /// <summary>How parts of the value come later; <c>null</c> in a plan where nothing does.</summary>
    public FieldDeferral? Deferral { get; }

    public ArgumentPlan Arguments { get; }

    /// <summary>Which of the operation's fields with variables in their arguments it is; -1 for none of them.</summary>
    public int ArgumentsIndex { get; }

    /// <summary>The value as JSON, for <c>__typename</c>.</summary>
    public byte[]? Constant { get; }

    /// <summary>How the value is come by while the response is written.</summary>
    public FieldAccess Access { get; }

    /// <summary>Reads the value from the parent.</summary>
    public Func<object, object?>? Pure { get; }

    /// <summary>Reads the value from the parent without boxing it, where <see cref="Access"/> says so.</summary>
    public Func<object, int>? Int { get; }

    /// <inheritdoc cref="Int" />
    public Func<object, bool>? Boolean { get; }

    /// <summary>Resolves the value, perhaps later.</summary>
    public FieldResolver? Resolver { get; }

    /// <summary>Whether the resolver keeps nothing of its call, so that one call may go from parent to parent.</summary>
    public bool IsMomentary => Resolver is not null && Resolver == Field.MomentaryResolver;

    /// <summary>Whether values hold objects that have work to do.</summary>
    public bool HasWorkBelow { get; }

    /// <summary>Whether the field is resolved before the response is written; otherwise it is read from its parent then.</summary>
    public bool IsResolvedAhead => Resolver is not null || ((HasWorkBelow || Deferral?.Stream is not null) && Constant is null);

    /// <summary>Where the resolved value is kept, among the fields of its object that are resolved ahead; else -1.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>
    /// Whether the resolver has handed back a call before. The first call in a process also compiles code, opens connections and fills caches; what
    /// it takes, and what calls beside it wait for, says nothing about the resolver.
    /// </summary>
    public bool IsWarm { get; set; }

    /// <summary>Whether somebody was told already that the resolver blocks its thread.</summary>
    public bool IsKnownToBlock { get; set; }

    /// <summary>What is selected on a value that is an object of the type. Made when the type is first met.</summary>
    public SelectionPlan SelectionOn(ObjectType type)
    {
        if (_latest is { } latest && latest.Type == type) return latest;
        return _latest = FindSelection(type);
    }

    private FieldAccess Accessed()
    {
        if (Constant is not null) return FieldAccess.Constant;
        if (IsResolvedAhead) return FieldAccess.Slot;
        return Shape.Kind switch
        {
            ShapeKind.String or ShapeKind.Id when Field.UnboxedResolver is null => FieldAccess.Text,
            ShapeKind.Int when Int is not null => FieldAccess.Int,
            ShapeKind.Boolean when Boolean is not null => FieldAccess.Boolean,
            _ => FieldAccess.Value,
        };
    }

    private SelectionPlan FindSelection(ObjectType type)
    {
        foreach (var selection in Volatile.Read(ref _selections))
        {
            if (selection.Type == type) return selection;
        }

        return AddSelection(type);
    }

    private static Func<object, object?> PureResolverOf(OutputField field) => field.PureResolver ?? DefaultResolvers.For(field.Name);

    private static FieldResolver ResolverOf(OutputField field)
    {
        if (field is { PureResolver: null, Resolver: { } resolver }) return resolver;
        var read = PureResolverOf(field);
        return context => new(read(context.Parent<object>()));
    }

    IReadOnlyList<ISelection> ISelection.SelectionsOn(ObjectType type) => SelectionOn(type).Selected;

    private SelectionPlan AddSelection(ObjectType type)
    {
        lock (_operation)
        {
            foreach (var known in _selections)
            {
                if (known.Type == type) return known;
            }

            var selection = Deferral is null
                ? SelectionPlan.Of(_operation, type, Nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>())
                : SelectionDeferral.Plan(_operation, type, Nodes.Select((node, i) => (node.SelectionSet, Deferral.Usages[i])), Deferral.Owners);
            Volatile.Write(ref _selections, [.. _selections, selection]);
            return selection;
        }
    }
}
