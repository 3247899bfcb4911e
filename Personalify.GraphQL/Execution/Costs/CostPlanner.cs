using System.Runtime.CompilerServices;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Computes the cost of a planned operation: fields are merged as they are for execution, fragments applied per object type, of
/// an abstract type the dearest object counts. IBM GraphQL Cost Specification, 3 Cost Functions.
/// </summary>
internal sealed class CostPlanner(OperationPlan operation, CostWeights weights)
{
    /// <summary>Fragments over abstract types can describe far more selections than a document has fields.</summary>
    private const int MaxSelections = 20_000;

    private readonly Dictionary<SelectionKey, CostPlan> _known = [];
    private int _selections;

    /// <exception cref="GraphQLException">The cost cannot be told: a slicing argument is missing, or there are too many cases.</exception>
    public CostPlan Plan() => PlanObject(operation.RootType, [operation.Definition.SelectionSet], null);

    private CostPlan PlanBelow(FieldNode[] nodes, NamedType type, InheritedSize? inherited)
    {
        SelectionSetNode[] sets = [.. nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>()];
        if (sets.Length == 0) return CostPlan.Nothing;
        if (type is ObjectType single) return PlanObject(single, sets, inherited);
        var choices = operation.Schema.GetPossibleTypes(type).Select(choice => PlanObject(choice, sets, inherited)).ToArray();
        var choice = new CostPlan.ChoiceTerm(choices);
        return Array.TrueForAll(choices, plan => plan.IsConstant) ? new CostPlan(choice.Evaluate(VariableValues.None), []) : new CostPlan(default, [choice]);
    }

    private CostPlan PlanObject(ObjectType type, SelectionSetNode[] sets, InheritedSize? inherited)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var key = new SelectionKey(type, sets);
        if (inherited is null && _known.TryGetValue(key, out var known)) return known;
        var collector = operation.CreateCollector(type);
        foreach (var set in sets) collector.Collect(set);
        var plan = Sum(type, collector.Fields.Values, inherited);
        if (inherited is null) _known[key] = plan;
        return plan;
    }

    private CostPlan Sum(ObjectType type, IEnumerable<List<FieldNode>> fields, InheritedSize? inherited)
    {
        var constant = default(OperationCost);
        var terms = new List<CostPlan.Term>();
        foreach (var nodes in fields)
        {
            if (++_selections > MaxSelections) throw TooManyCases();
            if (FindCosted(type, nodes[0]) is not { } field) continue;
            var (term, isConstant) = PlanField(field, [.. nodes], inherited);
            if (isConstant) constant = constant.Plus(term.Evaluate(VariableValues.None));
            else terms.Add(term);
        }

        return new CostPlan(constant, [.. terms]);
    }

    /// <summary>Introspection has limits of its own.</summary>
    private OutputField? FindCosted(ObjectType type, FieldNode node) =>
        node.Name.Value.StartsWith("__", StringComparison.Ordinal) ? null : Introspection.FindField(operation.Schema, type, node.Name.Value);

    private (CostPlan.FieldTerm Term, bool IsConstant) PlanField(OutputField field, FieldNode[] nodes, InheritedSize? inherited)
    {
        var list = CostWeights.SizeOf(field);
        if (list is not null) CheckSlices(list, field, nodes[0]);
        var slice = list is null ? SliceSize.One : SliceSize.Of(list, field, nodes[0]);
        var passedOn = list?.SizedFields.Length > 0 ? new InheritedSize(list.SizedFields, slice) : null;
        var size = inherited?.For(field) ?? (passedOn is null ? slice : SliceSize.One);
        var below = PlanBelow(nodes, field.Type.Named, passedOn);
        var weight = CostWeights.OfField(field) + Arguments(field, nodes[0]);
        return (new CostPlan.FieldTerm(weight, CostWeights.OfType(field.Type.Named), size, below), size.IsConstant && below.IsConstant);
    }

    private double Arguments(OutputField field, FieldNode node)
    {
        var cost = 0d;
        foreach (var given in node.Arguments)
        {
            if (field.Arguments.Find(argument => argument.Name == given.Name.Value) is not { } argument) continue;
            cost += weights.OfArgument(argument, given.Value is VariableNode) + CostWeights.OfInput(given.Value, argument.Type);
        }

        return cost;
    }

    private void CheckSlices(ListSize list, OutputField field, FieldNode node)
    {
        if (!list.RequireOneSlicingArgument || list.SlicingArguments.Length == 0 || SliceSize.CountGiven(list, field, node) == 1) return;
        var message = $"Give exactly one of the arguments {string.Join(", ", list.SlicingArguments)} to {field.Name}: they say how long its list is.";
        throw new GraphQLException(GraphQLError.At(message, operation.Source, node).WithCode(ErrorCodes.OneSlicingArgumentRequired));
    }

    private static GraphQLException TooManyCases() => new(
        "The operation has too many cases to tell what it costs. Use fewer fragments on fields of interfaces and unions.", ErrorCodes.CostExceeded);

    /// <summary>The size that a field gives to fields below it, such as a connection to its edges.</summary>
    private sealed record InheritedSize(string[] Fields, SliceSize Size)
    {
        public SliceSize? For(OutputField field) => Fields.Contains(field.Name) ? Size : null;
    }

    /// <summary>Merged selection sets on a type, by identity.</summary>
    private readonly struct SelectionKey(ObjectType type, SelectionSetNode[] sets) : IEquatable<SelectionKey>
    {
        private readonly ObjectType _type = type;
        private readonly SelectionSetNode[] _sets = sets;

        public bool Equals(SelectionKey other) => _type == other._type && _sets.AsSpan().SequenceEqual(other._sets, ReferenceEqualityComparer.Instance);

        public override bool Equals(object? obj) => obj is SelectionKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(RuntimeHelpers.GetHashCode(_type));
            foreach (var set in _sets) hash.Add(RuntimeHelpers.GetHashCode(set));
            return hash.ToHashCode();
        }
    }
}
