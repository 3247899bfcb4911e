using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What <see cref="AuthorizeAttribute"/> demands of who reads something.</summary>
internal sealed class Demands(Annotations annotations)
{
    /// <summary>
    /// What is demanded of who reads a member, by its classes first; empty when it is open to all. Bases and interfaces count: who
    /// overrides or implements a guarded member does not open it.
    /// </summary>
    public IReadOnlyList<AuthorizationDemand> Of(AnnotatedMember member, FieldOwner owner)
    {
        var contracts = owner.Object is null || member.Declared is null ? [] : annotations.InterfacesOf(owner.Object).Where(type => type.IsInterface);
        Type?[] classes = [owner.Object, owner.Class];
        IEnumerable<Annotated> own = member.FindInherited<AllowAnonymousAttribute>() is null ? [.. classes.OfType<Type>().Select(annotations.Of), member] : [];
        return Of(own.Concat(contracts.SelectMany(contract => contract.GetMember(member.Declared!.Name).Select(annotations.Of(contract).Member))));
    }

    /// <summary>What a method demands that is no field.</summary>
    public IReadOnlyList<AuthorizationDemand> Of(MethodInfo method) => Of([annotations.Of(method.ReflectedType!).Member(method)]);

    /// <summary>What all of these types demand together.</summary>
    public IReadOnlyList<AuthorizationDemand> Of(params IEnumerable<Type> types) => Of(types.Select(annotations.Of));

    private static IReadOnlyList<AuthorizationDemand> Of(IEnumerable<Annotated> places) =>
        [.. places.SelectMany(place => place.AllInherited<AuthorizeAttribute>())
            .Select(attribute => new AuthorizationDemand(attribute.Policy, attribute.Roles, attribute.Apply))
            .DistinctBy(demand => (demand.Policy, string.Join(',', demand.Roles), demand.Apply))];
}
