namespace Personalify.Api.Remote.NodeB;

/// <summary>
/// One thing that this version needs between the nodes. Steps run in the order of their registration, in one process at a time, each time
/// a process finds node B for the first time or again; a step that finds its work done changes nothing.
/// </summary>
public interface INodeBStep
{
    /// <exception cref="NodeBException">It cannot be done; the sentence says why and what to do.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>Something between the nodes cannot be done; the message is for the operator.</summary>
public sealed class NodeBException(string message, Exception? cause = null) : Exception(message, cause);
