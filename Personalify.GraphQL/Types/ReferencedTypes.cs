namespace Personalify.GraphQL.Types;

/// <summary>Completes a list of types by those that it refers to, and by the introspection types.</summary>
internal static class ReferencedTypes
{
    /// <summary>
    /// The given types in their order, then whatever else they reach: of the built-in scalars only those that are used, as
    /// the specification demands (3.5 Scalars).
    /// </summary>
    public static IReadOnlyList<NamedType> Complete(IEnumerable<NamedType> types, IEnumerable<DirectiveType> directives)
    {
        var found = new List<NamedType>();
        var seen = new HashSet<NamedType>();
        foreach (var type in types) Add(type);
        foreach (var type in Introspection.Types) Add(type);
        foreach (var argument in directives.SelectMany(directive => directive.Arguments)) Add(argument.Type.Named);
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var reached in Reach(found[i])) Add(reached);
        }

        return found;

        void Add(NamedType type)
        {
            if (seen.Add(type)) found.Add(type);
        }
    }

    private static IEnumerable<NamedType> Reach(NamedType type) => type switch
    {
        ComplexType complex => complex.Fields.SelectMany(Reach).Concat(complex.Interfaces),
        UnionType union => union.Types,
        InputObjectType input => input.Fields.Select(field => field.Type.Named),
        _ => [],
    };

    private static IEnumerable<NamedType> Reach(OutputField field) =>
        field.Arguments.Select(argument => argument.Type.Named).Prepend(field.Type.Named);
}
