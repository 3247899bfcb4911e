namespace Personalify.GraphQL.Types.Building;

/// <summary>What the conventions make of one member: its type, what its resolver takes, and what runs around it.</summary>
internal sealed record FieldConventions(
    GraphQLType Type, IReadOnlyList<BoundParameter> Parameters, PagedField? Paging, DataField? Data, MutationField? Mutation)
{
    /// <summary>The field's arguments: those of a mutation are fields of its input.</summary>
    public IEnumerable<InputField> Arguments =>
    [
        .. Paging?.Arguments ?? [],
        .. Data?.Arguments ?? [],
        .. Mutation?.Arguments ?? Parameters.Select(parameter => parameter.Input?.Field).OfType<InputField>(),
    ];

    /// <summary>Puts around the resolver what belongs there, from the innermost to the outermost.</summary>
    public void Attach(OutputField field)
    {
        Data?.Attach(field);
        Paging?.Attach(field, isWhole: Data is not { Pipeline.Projects: true });
        Mutation?.Attach(field);
    }
}
