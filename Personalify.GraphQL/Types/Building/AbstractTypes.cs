namespace Personalify.GraphQL.Types.Building;

/// <summary>Interfaces and unions: who stands for them. Which of them a value is, the executor sees by its CLR type.</summary>
internal static class AbstractTypes
{
    public static void ReadUnion(UnionType union, Type type, TypeRegistry registry)
    {
        var named = registry.Annotations.Of(type).All<UnionMemberAttribute>().Select(attribute => NamedTypes.RuntimeTypeOf(attribute.Member));
        union.Types.AddRange(registry.Sources.Implementers(type, registry.Annotations).Concat(named).Distinct().Select(registry.Object));
    }

    /// <summary>Makes the implementers part of the schema, even those that no field leads to.</summary>
    public static void ReadImplementers(Type type, TypeRegistry registry)
    {
        foreach (var implementer in registry.Sources.Implementers(type, registry.Annotations)) registry.Object(implementer);
    }
}
