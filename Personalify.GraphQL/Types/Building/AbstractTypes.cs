namespace Personalify.GraphQL.Types.Building;

/// <summary>Interfaces and unions: who stands for them. Which of them a value is, the executor sees by its CLR type.</summary>
internal static class AbstractTypes
{
    public static void ReadUnion(UnionType union, Type type, TypeRegistry registry) =>
        union.Types.AddRange(registry.Sources.Implementers(type).Select(registry.Object));

    /// <summary>Makes the implementers part of the schema, even those that no field leads to.</summary>
    public static void ReadImplementers(Type type, TypeRegistry registry)
    {
        foreach (var implementer in registry.Sources.Implementers(type)) registry.Object(implementer);
    }

    /// <summary>Whether the CLR type itself, not only a base of it, is a GraphQL interface.</summary>
    public static bool IsInterface(Type type) => type.IsDefined(typeof(InterfaceTypeAttribute), inherit: false);

    /// <summary>The interfaces that a class declares through its bases and CLR interfaces, transitive ones included.</summary>
    public static IEnumerable<Type> InterfacesOf(Type type)
    {
        var found = type.GetInterfaces().ToList();
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType) found.Add(parent);
        return found.Where(IsInterface).OrderBy(each => each.FullName, StringComparer.Ordinal);
    }
}
