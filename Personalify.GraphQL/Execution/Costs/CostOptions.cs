namespace Personalify.GraphQL.Execution;

/// <summary>What an operation may cost, computed before it runs. Hot Chocolate's names. IBM GraphQL Cost Specification.</summary>
public sealed class CostOptions
{
    /// <summary>The most that the fields of an operation may cost: the work. Default: 1,000.</summary>
    public double MaxFieldCost { get; set; } = 1_000;

    /// <summary>The most that the objects of an answer may cost: its size. Default: 1,000.</summary>
    public double MaxTypeCost { get; set; } = 1_000;

    /// <summary>Whether an operation that costs more is refused. Default: yes.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>Whether costs are not computed at all. Default: no.</summary>
    public bool SkipAnalyzer { get; set; }

    /// <summary>Whether resolvers that wait have a cost without an attribute. Default: yes.</summary>
    public bool ApplyCostDefaults { get; set; } = true;

    /// <summary>The weight of a resolver that waits. Default: 10.</summary>
    public double DefaultResolverCost { get; set; } = 10;

    /// <summary>The cost of an argument that filters: <c>where</c>, of a type whose name ends in <c>FilterInput</c>.</summary>
    public ArgumentCostOptions Filtering { get; } = new();

    /// <summary>The cost of an argument that sorts: <c>order</c>, of a type whose name ends in <c>SortInput</c>.</summary>
    public ArgumentCostOptions Sorting { get; } = new();
}

/// <summary>What filtering or sorting costs.</summary>
public sealed class ArgumentCostOptions
{
    /// <summary>The weight when the argument is given. Default: 10.</summary>
    public double DefaultArgumentCost { get; set; } = 10;

    /// <summary>How many times as much it costs as a variable, whose content is not looked at. Default: 5.</summary>
    public double VariableMultiplier { get; set; } = 5;
}
