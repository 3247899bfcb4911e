namespace Personalify.GraphQL.Types.Building;

/// <summary>What the conventions make of one member: its type, what its resolver takes, and what runs around it.</summary>
internal sealed record FieldConventions(
    AnnotatedMember Member, GraphQLType Type, IReadOnlyList<BoundParameter> Parameters, PagedField? Paging, DataField? Data, MutationField? Mutation)
{
    /// <summary>What stands around the field, from the outermost to the innermost.</summary>
    private readonly List<FieldMiddlewareAttribute> _written = [.. Member.AllInherited<FieldMiddlewareAttribute>()];

    /// <summary>Who is asked first where there is middleware: it could answer without asking the rest of the chain.</summary>
    private FieldMiddlewareAttribute? Outermost => _written.Find(attribute => attribute is MiddlewareAttribute);

    public bool HasMiddleware => Outermost is not null;

    /// <summary>The field's arguments: those of a mutation are fields of its input.</summary>
    public IEnumerable<InputField> Arguments =>
    [
        .. Paging?.Arguments ?? [],
        .. Data?.Arguments ?? [],
        .. Mutation?.Arguments ?? Parameters.Select(parameter => parameter.Input?.Field).OfType<InputField>(),
    ];

    /// <summary>Puts around the resolver what belongs there, from the innermost to the outermost.</summary>
    public void Attach(OutputField field, IDescriptorContext context, IReadOnlyList<AuthorizationDemand> demands)
    {
        if (HasMiddleware) field.LetMiddlewareResolve();
        for (var i = _written.Count - 1; i >= 0; i--)
        {
            Attach(field, _written[i], i, context);
            if (_written[i] == Outermost) field.Guard(demands);
        }

        Mutation?.Attach(field);
    }

    private void Attach(OutputField field, FieldMiddlewareAttribute written, int place, IDescriptorContext context)
    {
        if (written is MiddlewareAttribute middleware) field.Use(middleware.Make(context));
        else if (written is PagingAttribute) Paging?.Attach(field, isWhole: Data is not { Pipeline.Projects: true });
        else if (!_written.Take(place).Any(DataConvention.IsPart)) Data?.Attach(field);
    }
}
