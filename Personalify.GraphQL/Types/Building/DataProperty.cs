using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Something of an item that can be filtered or ordered by.</summary>
/// <param name="Name">The name in GraphQL.</param>
/// <param name="Path">How it is read from the item.</param>
/// <param name="Shape">What it is.</param>
internal sealed record DataProperty(string Name, LambdaExpression Path, TypeShape Shape)
{
    public string? Description { get; init; }

    /// <summary>Whether it is an id.</summary>
    public bool IsId { get; init; }
}

/// <summary>Which properties of a type a store may be asked about.</summary>
internal sealed class DataProperties(TypeRegistry registry)
{
    /// <summary>
    /// What the schema shows of the type and a store can know: stored properties. Left out are those that are computed, those that are
    /// no fields, and those under <see cref="AuthorizeAttribute"/>, which a filter would tell to everybody.
    /// </summary>
    public IEnumerable<DataProperty> Of(Type type)
    {
        var owner = new FieldOwner(type, type);
        return from member in registry.Annotations.Of(type).Shown(ClrMembers.OfObject(type).OfType<PropertyInfo>())
               let property = (PropertyInfo)member.Member
               where IsStored(property) && !member.IsResolvedElsewhere && !registry.Sources.IsIgnored(type, property.Name)
               where registry.Demands.Of(member, owner).Count == 0
               select Of(property, type);
    }

    public DataProperty Of(PropertyInfo property, Type type)
    {
        var item = Expression.Parameter(type, "item");
        var annotated = registry.Annotations.Of(type).Member(property);
        var path = Expression.Lambda(Expression.Property(item, property), item);
        return new DataProperty(annotated.Name, path, registry.Nullability.ReadResult(property).Value)
        {
            Description = annotated.Description,
            IsId = annotated.Has<IDAttribute>(),
        };
    }

    public static bool IsStored(PropertyInfo property) =>
        property.SetMethod is not null || property.GetMethod!.IsDefined(typeof(CompilerGeneratedAttribute)) || property.DeclaringType!.IsInterface;
}
