using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>Refuses operations that cost too much, before anything of them runs.</summary>
internal sealed class CostCheck(CostOptions options)
{
    private const string TooDeep = "The operation is nested too deeply to tell what it costs. Split it into flatter requests.";

    private readonly CostWeights _weights = new(options);

    /// <summary>Why the operation does not run, or <c>null</c>.</summary>
    public ExecutionResult? Check(PreparedRequest request)
    {
        if (options.SkipAnalyzer) return null;
        using var scope = request.Events?.AnalyzeOperationCost();
        try
        {
            var plan = request.Plan.Cost ??= new CostPlanner(request.Plan, _weights).Plan();
            request.Cost = plan.Evaluate(request.Variables);
        }
        catch (GraphQLException unknown)
        {
            return new ExecutionResult(RequestErrorKind.Validation, [unknown.Error]);
        }
        catch (InsufficientExecutionStackException)
        {
            return new ExecutionResult(RequestErrorKind.Validation, [new GraphQLError(TooDeep).WithCode(ErrorCodes.CostExceeded)]);
        }

        request.Events?.OperationCost(request.Cost.Value);
        return Decide(request, request.Cost.Value);
    }

    /// <summary>The cost as the extension of a response, when the client asked for it.</summary>
    public static IReadOnlyDictionary<string, object?>? Report(PreparedRequest request) =>
        request is { Cost: { } cost, Request.CostMode: not CostMode.None } ? Report(cost) : null;

    private ExecutionResult? Decide(PreparedRequest request, OperationCost cost)
    {
        if (request.Request.CostMode == CostMode.Validate) return new ExecutionResult(RequestErrorKind.OnlyValidated, []) { Extensions = Report(cost) };
        if (!options.EnforceCostLimits) return null;
        if (!(cost.FieldCost <= options.MaxFieldCost)) return Refuse(request, "field", cost.FieldCost, options.MaxFieldCost);
        return cost.TypeCost <= options.MaxTypeCost ? null : Refuse(request, "type", cost.TypeCost, options.MaxTypeCost);
    }

    private static Dictionary<string, object?> Report(OperationCost cost) => new()
    {
        ["operationCost"] = new Dictionary<string, object?> { ["fieldCost"] = cost.FieldCost, ["typeCost"] = cost.TypeCost },
    };

    private static ExecutionResult Refuse(PreparedRequest request, string what, double cost, double limit)
    {
        var message = $"The operation has a {what} cost of {cost:0.##}; at most {limit:0.##} is allowed. Ask for shorter pages or fewer fields.";
        var details = new Dictionary<string, object?> { [$"{what}Cost"] = cost, [$"max{char.ToUpperInvariant(what[0])}{what[1..]}Cost"] = limit };
        var error = new GraphQLError(message) { Extensions = details }.WithCode(ErrorCodes.CostExceeded);
        return new ExecutionResult(RequestErrorKind.Validation, [error]) { Extensions = Report(request) };
    }
}
