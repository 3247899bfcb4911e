namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The context of one of several objects that are fetched side by side: that of their field, with services of its own. What is asked
/// about an object that was fetched has it as parent.
/// </summary>
internal sealed class NodeContext(IResolverContext shared, object? fetched = null) : ForwardedContext(shared)
{
    public override IServiceProvider Services { get; } = shared.Services is ISeparableServices services ? services.Separate() : shared.Services;

    public override T Parent<T>() => fetched is T parent ? parent : base.Parent<T>();
}
