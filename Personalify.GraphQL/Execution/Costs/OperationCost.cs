namespace Personalify.GraphQL.Execution;

/// <summary>What an operation costs. IBM GraphQL Cost Specification, 3 Cost Functions.</summary>
/// <param name="FieldCost">The work: the weights of all fields and arguments, multiplied by the lists around them.</param>
/// <param name="TypeCost">The size: the weights of all objects that the answer may hold.</param>
public readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    internal OperationCost Plus(OperationCost other) => new(FieldCost + other.FieldCost, TypeCost + other.TypeCost);

    /// <summary>The dearer of both in each respect.</summary>
    internal OperationCost Max(OperationCost other) =>
        new(Math.Max(FieldCost, other.FieldCost), Math.Max(TypeCost, other.TypeCost));
}

/// <summary>What a client wants to know of an operation's cost. Hot Chocolate's header <c>GraphQL-Cost</c>.</summary>
public enum CostMode
{
    /// <summary>Nothing; the limits hold all the same.</summary>
    None,

    /// <summary>The cost beside the answer.</summary>
    Report,

    /// <summary>The cost instead of the answer; the operation does not run.</summary>
    Validate,
}
