using Microsoft.Extensions.Logging;

namespace Personalify.GraphQL.Execution;

/// <summary>What all operations of a server have in common.</summary>
/// <param name="Options">The limits and switches.</param>
/// <param name="ErrorFilters">See every execution error, in this order.</param>
/// <param name="Time">For timeouts and the deadlines of batches.</param>
/// <param name="Logger">Told of failures that clients do not see in full.</param>
internal sealed record ExecutionEnvironment(RequestExecutorOptions Options, IReadOnlyList<IErrorFilter> ErrorFilters, TimeProvider Time, ILogger Logger);
