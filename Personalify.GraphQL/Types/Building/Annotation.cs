using System.ComponentModel;
using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Reads attributes. What stands on a parameter of a record counts for the property that it makes, so that positional records
/// need no <c>property:</c> in front of each.
/// </summary>
internal static class Annotation
{
    public static T? Find<T>(MemberInfo member)
        where T : Attribute => member.GetCustomAttribute<T>(inherit: false) ?? PositionalParameter(member)?.GetCustomAttribute<T>();

    /// <summary>Every attribute of a type, member or parameter.</summary>
    public static IEnumerable<Attribute> All(ICustomAttributeProvider place)
    {
        var positional = place is MemberInfo member ? PositionalParameter(member) : null;
        return place.GetCustomAttributes(inherit: false).Concat(positional?.GetCustomAttributes(inherit: false) ?? []).OfType<Attribute>();
    }

    /// <summary>The description; <see cref="DescriptionAttribute"/> serves assemblies that do not know the engine.</summary>
    public static string? Description(MemberInfo member) =>
        Find<GraphQLDescriptionAttribute>(member)?.Description ?? Find<DescriptionAttribute>(member)?.Description;

    public static string? Description(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description
        ?? parameter.GetCustomAttribute<DescriptionAttribute>()?.Description;

    public static string? Deprecation(MemberInfo member)
    {
        if (Find<GraphQLDeprecatedAttribute>(member) is { } deprecated) return deprecated.Reason;
        return Find<ObsoleteAttribute>(member) is { } obsolete ? obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason : null;
    }

    public static string? Deprecation(ParameterInfo parameter) => parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason;

    public static bool IsIgnored(MemberInfo member) => Find<GraphQLIgnoreAttribute>(member) is not null;

    /// <summary>
    /// What is demanded of who reads a member, by its classes first; empty when it is open to all. Bases and interfaces count: who
    /// overrides or implements a guarded member does not open it.
    /// </summary>
    public static IReadOnlyList<AuthorizationDemand> Demands(MemberInfo member, FieldOwner owner)
    {
        var contracts = owner.Object is null ? [] : AbstractTypes.InterfacesOf(owner.Object).Where(type => type.IsInterface);
        MemberInfo?[] own = member.IsDefined(typeof(AllowAnonymousAttribute)) ? [] : [owner.Object, owner.Class, member];
        return Demands(own.OfType<MemberInfo>().Concat(contracts.SelectMany(contract => contract.GetMember(member.Name))));
    }

    /// <summary>What all of these places demand together.</summary>
    public static IReadOnlyList<AuthorizationDemand> Demands(params IEnumerable<MemberInfo> places)
    {
        var attributes = places.SelectMany(place => place.GetCustomAttributes<AuthorizeAttribute>(inherit: true));
        return [.. attributes.Select(attribute => new AuthorizationDemand(attribute.Policy, attribute.Roles, attribute.Apply))
            .DistinctBy(demand => (demand.Policy, string.Join(',', demand.Roles), demand.Apply))];
    }

    private static ParameterInfo? PositionalParameter(MemberInfo member)
    {
        if (member is not PropertyInfo { DeclaringType: { } type } property || !ClrTypes.IsRecord(type)) return null;
        var parameters = type.GetConstructors().SelectMany(constructor => constructor.GetParameters());
        return parameters.FirstOrDefault(parameter => Matches(parameter, property));
    }

    private static bool Matches(ParameterInfo parameter, PropertyInfo property) =>
        parameter.Name == property.Name && parameter.ParameterType == property.PropertyType;
}
