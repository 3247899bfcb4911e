namespace Personalify.GraphQL.Types.Building;

/// <summary>Adds to payloads the field that leads back to the query root.</summary>
internal static class PayloadQuery
{
    private static readonly object Root = new();

    /// <summary>Adds it to the type of a mutation, when the options ask for it and once only.</summary>
    public static void AddTo(GraphQLType mutation, TypeRegistry registry)
    {
        if (registry.Conventions.MutationPayloads is not { } options || registry.Query is not { } query) return;
        if (mutation.Named is not ObjectType payload || !options.MutationPayloadPredicate(payload)) return;
        registry.Afterwards(() =>
        {
            if (!payload.Fields.Contains(options.QueryFieldName)) payload.Fields.Add(Field(options.QueryFieldName, query));
        });
    }

    private static OutputField Field(string name, ObjectType query) => new(name, new NonNullType(query))
    {
        Description = "The query root, to read what the mutation has changed.",
        PureResolver = _ => Root,
    };
}
