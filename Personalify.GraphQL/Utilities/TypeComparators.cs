using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>Relations between types. Lists and non-nulls are compared by what they wrap, named types by identity.</summary>
public static class TypeComparators
{
    /// <summary>Whether two types are the same.</summary>
    public static bool AreEqual(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (NonNullType a, NonNullType b) => AreEqual(a.OfType, b.OfType),
        (ListType a, ListType b) => AreEqual(a.OfType, b.OfType),
        _ => left == right,
    };

    /// <summary>
    /// Whether every value of a type is one of another, so that it may stand in its place: a type itself, a non-null for its
    /// nullable, a member for its abstract type, and lists of such. Specification: 3.6.1 Object Field Covariance,
    /// https://spec.graphql.org/September2025/#IsSubType()
    /// </summary>
    public static bool IsSubType(Schema schema, GraphQLType candidate, GraphQLType super) => (candidate, super) switch
    {
        _ when candidate == super => true,
        (NonNullType a, NonNullType b) => IsSubType(schema, a.OfType, b.OfType),
        (_, NonNullType) => false,
        (NonNullType a, _) => IsSubType(schema, a.OfType, super),
        (ListType a, ListType b) => IsSubType(schema, a.OfType, b.OfType),
        (ObjectType a, InterfaceType or UnionType) => schema.IsPossibleType((NamedType)super, a),
        (InterfaceType a, InterfaceType b) => a.Interfaces.Contains(b),
        _ => false,
    };

    /// <summary>
    /// Whether some object may be of both composite types.
    /// Specification: 5.5.2.3 Fragment Spread Is Possible, https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible
    /// </summary>
    public static bool DoOverlap(Schema schema, NamedType left, NamedType right)
    {
        if (left == right) return true;
        foreach (var possibleType in schema.GetPossibleTypes(left))
        {
            if (schema.IsPossibleType(right, possibleType)) return true;
        }

        return false;
    }
}
