using System.Reflection;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Finds the methods that fetch entities. They are no fields, whether or not the schema is a subgraph.</summary>
internal static class ReferenceResolvers
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static bool IsResolver(MemberInfo member, Type owner) => member is MethodInfo method && In(owner).Contains(method);

    /// <summary>Those of a type, of the classes that extend it, and else of the interfaces that it implements.</summary>
    public static IReadOnlyList<MethodInfo> Of(Type type, IEnumerable<Type> extensions, Annotations annotations)
    {
        var own = extensions.Prepend(type).SelectMany(In).Distinct().ToList();
        if (own.Count == 0) own = [.. annotations.InterfacesOf(type).SelectMany(In).Distinct()];
        return own.Find(method => !method.IsStatic) is { } instance ? throw FederationErrors.NotStatic(instance) : own;
    }

    private static IEnumerable<MethodInfo> In(Type place) =>
        Marked(place).Concat(place.GetCustomAttributes<ReferenceResolverAttribute>(inherit: false).SelectMany(attribute => Named(place, attribute)));

    private static IEnumerable<MethodInfo> Named(Type place, ReferenceResolverAttribute attribute)
    {
        var owner = attribute.EntityResolverType ?? place;
        if (attribute.EntityResolver is not { } name) return owner == place ? throw FederationErrors.NothingNamed(place) : Marked(owner);
        var named = owner.GetMethods(Public).Where(method => method.Name == name).ToList();
        return named.Count > 0 ? named : throw FederationErrors.NoSuchMethod(owner, name);
    }

    private static IEnumerable<MethodInfo> Marked(Type type) =>
        type.GetMethods(Public).Where(method => method.IsDefined(typeof(ReferenceResolverAttribute))).OrderBy(method => method.MetadataToken);
}
