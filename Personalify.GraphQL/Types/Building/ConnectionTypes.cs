namespace Personalify.GraphQL.Types.Building;

/// <summary>Makes the types <c>XConnection</c>, <c>XEdge</c> and <c>PageInfo</c>. Relay: Cursor Connections Specification.</summary>
internal sealed class ConnectionTypes(TypeRegistry registry)
{
    private static NonNullType RequiredString => new(SpecifiedScalars.String);

    private static NonNullType RequiredBoolean => new(SpecifiedScalars.Boolean);

    /// <summary>The connection of a name. Two fields may share one when their items are the same.</summary>
    public ObjectType Of(string prefix, TypeShape node, bool hasCount, string member)
    {
        var fields = (ConnectionFields)Activator.CreateInstance(typeof(ConnectionFields<>).MakeGenericType(node.Type))!;
        var nodeType = registry.Output(node, member);
        var edgeType = typeof(Edge<>).MakeGenericType(node.Type);
        var edge = Make($"{prefix}Edge", $"the edge of {nodeType}", edgeType, made => FillEdge(made, nodeType, fields));
        var source = $"the connection of {nodeType}{(hasCount ? " with its count" : "")}";
        return Make($"{prefix}Connection", source, typeof(Connection<>).MakeGenericType(node.Type), made =>
        {
            FillConnection(made, edge, nodeType, fields);
            if (hasCount) AddCount(made, fields);
        });
    }

    private void FillConnection(ObjectType made, ObjectType edge, GraphQLType nodeType, ConnectionFields fields)
    {
        made.Description = "A page of a list.";
        Add(made, "pageInfo", new NonNullType(PageInfo()), "Whether there is more.", fields.PageInfo);
        Add(made, "edges", new ListType(new NonNullType(edge)), "The items with their cursors.", fields.Edges);
        if (registry.Conventions.Paging.IncludeNodesField) Add(made, "nodes", new ListType(nodeType), "The items.", fields.Nodes);
    }

    private static void FillEdge(ObjectType made, GraphQLType nodeType, ConnectionFields fields)
    {
        made.Description = "An item of a page.";
        Add(made, "cursor", RequiredString, "The item's place in the list.", fields.Cursor);
        Add(made, "node", nodeType, "The item.", fields.Node);
    }

    private static void AddCount(ObjectType made, ConnectionFields fields) =>
        made.Fields.Add(new OutputField(PagingLimits.TotalCount, new NonNullType(SpecifiedScalars.Int))
        {
            Description = "How many items the whole list has.",
            Resolver = fields.CountAsync,
        });

    private ObjectType PageInfo() => Make("PageInfo", "the page info", typeof(ConnectionPageInfo), made =>
    {
        made.Description = "Where a page stands in its list.";
        Add(made, "hasNextPage", RequiredBoolean, "Whether there are items behind this page.", page => Of(page).HasNextPage);
        Add(made, "hasPreviousPage", RequiredBoolean, "Whether there are items before this page.", page => Of(page).HasPreviousPage);
        Add(made, "startCursor", SpecifiedScalars.String, "The cursor of the first item.", page => Of(page).StartCursor);
        Add(made, "endCursor", SpecifiedScalars.String, "The cursor of the last item.", page => Of(page).EndCursor);

        static ConnectionPageInfo Of(object page) => (ConnectionPageInfo)page;
    });

    private ObjectType Make(string name, string source, Type runtimeType, Action<ObjectType> fill) =>
        registry.Named(name, source, () => new ObjectType(name) { RuntimeType = runtimeType }, fill);

    private static void Add(ObjectType made, string name, GraphQLType type, string description, Func<object, object?> read) =>
        made.Fields.Add(new OutputField(name, type) { Description = description, PureResolver = read });
}
