using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads one member into a field with its arguments and its resolver.</summary>
internal sealed class FieldReader(TypeRegistry registry, IServiceProviderIsService? services)
{
    private readonly ParameterReader _parameters = new(registry, new ServiceDetector(registry.Scalars, services));
    private readonly PagingConvention _paging = new(registry);
    private readonly DataConvention _data = new(registry);
    private readonly MutationConvention _mutations = new(registry);
    private readonly SubscribeConvention _subscribe = new(registry, services);

    public OutputField Read(MemberInfo member, FieldOwner owner)
    {
        RefuseUnreadable(member);
        BatchConvention.Check(member, owner);
        var isSubscription = owner.Operation == OperationType.Subscription;
        var result = isSubscription ? registry.Nullability.ReadEvents(member) : registry.Nullability.ReadResult(member);
        SubscribeConvention.Check(member, isSubscription, result);

        var name = NamingConventions.GetFieldName(member);
        var conventions = Conventions(member, name, owner, result);
        var field = new OutputField(name, conventions.Type)
        {
            Description = Annotation.Description(member),
            DeprecationReason = Annotation.Deprecation(member),
            ParentRequirements = ParentRequirements.Of(member, owner),
        };
        field.Arguments.AddRange(conventions.Arguments);
        ResolverBinding.Bind(field, member, owner, result.Kind, conventions.Parameters, registry.Conventions.UseGeneratedCode);
        AttachIds(field, member, owner);
        registry.Scalars.Attach(field, result.Value.NamedType);
        conventions.Attach(field);
        if (owner.Operation == OperationType.Mutation) PayloadQuery.AddTo(field.Type, registry);
        _subscribe.Bind(field, member, owner, $"{Coordinate(owner)}.{name}");
        registry.Costs.Apply(field, member, result.Kind, conventions.Paging);
        registry.Subgraph?.Read(field, member);
        return field;
    }

    private FieldConventions Conventions(MemberInfo member, string name, FieldOwner owner, ResultShape result)
    {
        var names = MutationNames.For(member, name, owner, result, registry.Conventions.Mutations);
        RefuseErrors(member, result, names);
        var paging = _paging.Read(member, name, result);
        var data = _data.Read(member, result);
        var parameters = Parameters(member, owner, $"{Coordinate(owner)}.{name}", paging, data);
        var type = paging?.Type ?? TypeOf(member, result.Value, owner);
        var mutation = names is null ? null : _mutations.Apply(member, names, type, result.FieldResult, parameters);
        return new FieldConventions(mutation?.Type ?? type, mutation?.Parameters ?? parameters, paging, data, mutation);
    }

    private List<BoundParameter> Parameters(MemberInfo member, FieldOwner owner, string coordinate, PagedField? paging, DataField? data) =>
        member is MethodInfo method
        ? [.. method.GetParameters().Select(parameter => _parameters.Read(parameter, owner, coordinate, paging?.Limits, data))]
        : [];

    private static string Coordinate(FieldOwner owner) =>
        owner.Parent is { } parent ? NamingConventions.GetTypeName(parent) : owner.Operation.ToString()!;

    private GraphQLType TypeOf(MemberInfo member, TypeShape shape, FieldOwner owner)
    {
        var described = ClrTypes.Describe(member);
        var returned = (member as MethodInfo)?.ReturnParameter;
        if ((Annotation.Find<GraphQLTypeAttribute>(member) ?? returned?.GetCustomAttribute<GraphQLTypeAttribute>()) is { } named)
            return registry.Parse(named.Type, described);
        return IsId(member, owner) ? TypeRegistry.Wrap(shape, _ => SpecifiedScalars.ID) : registry.Output(shape, described);
    }

    private static IDAttribute? IdOf(MemberInfo member) =>
        Annotation.Find<IDAttribute>(member) ?? (member as MethodInfo)?.ReturnParameter.GetCustomAttribute<IDAttribute>();

    private bool IsId(MemberInfo member, FieldOwner owner) =>
        IdOf(member) is not null || (owner.Parent == owner.Class && registry.Nodes?.IdFieldOf(owner.Class) == member.Name);

    /// <summary>An id names the type that its attribute says, or else that of the object which has it.</summary>
    private void AttachIds(OutputField field, MemberInfo member, FieldOwner owner)
    {
        if (registry.Ids is not { } ids || !IsId(member, owner) || owner.Object is { } type && AbstractTypes.IsInterface(type)) return;
        var attribute = IdOf(member);
        var named = attribute?.NodeType ?? owner.Object;
        if (attribute?.TypeName is null && named is null) throw BuildErrors.IdOfNothing(member);
        ids.Attach(field, attribute?.TypeName ?? registry.Object(named!).Name);
    }

    private static void RefuseUnreadable(MemberInfo member)
    {
        if (member is not MethodInfo method) return;
        if (method.IsGenericMethodDefinition) throw BuildErrors.NoField(member, "is generic");
        if (method.ReturnType == typeof(void) || method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask))
            throw BuildErrors.NoField(member, "returns nothing");
    }

    private static void RefuseErrors(MemberInfo member, ResultShape result, MutationNames? names)
    {
        if (names is not null) return;
        if (member.IsDefined(typeof(ErrorAttribute)) || result.FieldResult is not null) throw BuildErrors.ErrorsWithoutConvention(member);
    }
}
