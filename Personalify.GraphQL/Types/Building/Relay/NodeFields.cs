namespace Personalify.GraphQL.Types.Building;

/// <summary>The fields <c>Query.node</c> and <c>Query.nodes</c>. Relay: Global Object Identification.</summary>
internal sealed class NodeFields(NodeTypes nodes, INodeIdSerializer serializer, GlobalObjectIdentificationOptions options, CostConvention costs)
{
    private const string Id = "id";
    private const string Ids = "ids";

    public void AddTo(ObjectType query)
    {
        var node = nodes.Interface();
        var one = new OutputField("node", node) { Description = "Fetches an object by its id.", Resolver = NodeAsync };
        one.Arguments.Add(new InputField(Id, new NonNullType(SpecifiedScalars.ID)));
        var many = new OutputField("nodes", new NonNullType(new ListType(node)))
        {
            Description = "Fetches objects by their ids, in that order; null where there is none.",
            Resolver = NodesAsync,
        };
        many.Arguments.Add(new InputField(Ids, new NonNullType(new ListType(new NonNullType(SpecifiedScalars.ID)))));
        many.AppliedDirectives = costs.OfFetching(Ids);
        query.Fields.Insert(0, one);
        query.Fields.Insert(1, many);
    }

    private ValueTask<object?> NodeAsync(IResolverContext context) => ResolveAsync(context, context.ArgumentValue<string>(Id)!);

    private ValueTask<object?> NodesAsync(IResolverContext context) => ManyNodes.FetchAsync<string>(context, Ids, options.MaxAllowedNodeBatchSize, ResolveAsync);

    private async ValueTask<object?> ResolveAsync(IResolverContext context, string formatted)
    {
        var id = serializer.Parse(formatted, nodes);
        return await nodes.ResolverOf(id.TypeName)(context, id.InternalId).ConfigureAwait(false);
    }
}
