using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The cost of a selection as a sum that is computed as far as the document alone says. What no variable touches is one number;
/// the rest is walked for each request, without allocation.
/// </summary>
internal sealed class CostPlan(OperationCost constant, CostPlan.Term[] terms)
{
    public static CostPlan Nothing { get; } = new(default, []);

    /// <summary>Whether no variable changes the cost.</summary>
    public bool IsConstant => terms.Length == 0;

    public OperationCost Evaluate(VariableValues variables)
    {
        var cost = constant;
        foreach (var term in terms) cost = cost.Plus(term.Evaluate(variables));
        return cost;
    }

    /// <summary>A summand that variables change.</summary>
    internal abstract class Term
    {
        public abstract OperationCost Evaluate(VariableValues variables);
    }

    /// <summary>A field whose list, or what is below it, depends on variables.</summary>
    internal sealed class FieldTerm(double weight, double typeWeight, SliceSize size, CostPlan below) : Term
    {
        public override OperationCost Evaluate(VariableValues variables)
        {
            var (count, inside) = (size.Evaluate(variables), below.Evaluate(variables));
            return new OperationCost(Bound(weight + (count * inside.FieldCost)), Bound(count * (typeWeight + inside.TypeCost)));
        }

        /// <summary>Lists in lists in lists soon count more than a number holds; JSON has no word for infinity.</summary>
        private static double Bound(double cost) => Math.Min(cost, double.MaxValue / 1e9);
    }

    /// <summary>The dearest of what the objects of an abstract type may be.</summary>
    internal sealed class ChoiceTerm(CostPlan[] choices) : Term
    {
        public override OperationCost Evaluate(VariableValues variables)
        {
            var cost = default(OperationCost);
            foreach (var choice in choices) cost = cost.Max(choice.Evaluate(variables));
            return cost;
        }
    }
}
