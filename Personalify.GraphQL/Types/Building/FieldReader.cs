using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads one member into a field with its arguments and its resolver.</summary>
internal sealed class FieldReader(TypeRegistry registry, IServiceProviderIsService? services)
{
    private readonly ParameterReader _parameters = new(registry, services);
    private readonly InputFieldReader _inputs = new(registry);
    private readonly PagingConvention _paging = new(registry);
    private readonly DataConvention _data = new(registry);
    private readonly MutationConvention _mutations = new(registry);
    private readonly SubscribeConvention _subscribe = new(registry, services);

    public OutputField Read(AnnotatedMember member, FieldOwner owner)
    {
        try
        {
            return ReadField(member, owner);
        }
        catch (SchemaException error) when (member.Function is not null)
        {
            throw BuildErrors.OfDescribed($"{Coordinate(owner)}.{member.Name}", error);
        }
    }

    /// <summary>Whether something of the member names a type, as text, that has not come to light so far.</summary>
    public bool NamesUnknown(AnnotatedMember member)
    {
        var returned = (member.Declared as MethodInfo)?.ReturnParameter.GetCustomAttribute<GraphQLTypeAttribute>();
        var taken = (member.Source as MethodInfo)?.GetParameters()
            .Select(parameter => member.Parameter(parameter).Find<GraphQLTypeAttribute>()) ?? [];
        var further = member.FurtherArguments.Select(argument => argument.Find<GraphQLTypeAttribute>());
        return taken.Concat(further).Append(returned).Append(member.Find<GraphQLTypeAttribute>())
            .Any(named => NamedTypes.IsUnknown(named, registry));
    }

    private OutputField ReadField(AnnotatedMember member, FieldOwner owner)
    {
        RefuseUnreadable(member.Source);
        if (member.Has<BindMemberAttribute>() && (owner.Parent is null || owner.Class == owner.Parent)) throw BuildErrors.BindsNoExtension(member.Member);
        BatchConvention.Check(member.Source, owner);
        var isSubscription = owner.Operation == OperationType.Subscription;
        var result = isSubscription ? registry.Nullability.ReadEvents(member.Source) : ResultOf(member);
        result = result with { Value = NullabilityReader.Overridden(result.Value, member.Find<GraphQLNonNullTypeAttribute>()) };
        SubscribeConvention.Check(member, isSubscription, result);
        var conventions = Conventions(member, owner, result);
        var field = new OutputField(member.Name, conventions.Type)
        {
            Description = member.Description,
            DeprecationReason = member.Deprecation,
            ParentRequirements = ParentRequirements.Of(member.Source, owner),
        };
        field.Arguments.AddRange(conventions.Arguments);
        field.Arguments.AddRange(member.FurtherArguments.Select(argument => _inputs.ReadFurther(argument, $"{Coordinate(owner)}.{member.Name}({argument.Name}:)")));
        BindResolver(field, member, owner, result, conventions);
        if (owner.Operation == OperationType.Mutation) PayloadQuery.AddTo(field.Type, registry);
        registry.Costs.Apply(field, member, result.Kind, conventions.Paging);
        field.AppliedDirectives = [.. field.AppliedDirectives, .. registry.Directives.On(DirectiveLocation.FieldDefinition, ClrTypes.Describe(member.Member), member)];
        registry.Subgraph?.Read(field, ClrTypes.Describe(member.Member), member);
        return field;
    }

    private void BindResolver(OutputField field, AnnotatedMember member, FieldOwner owner, ResultShape result, FieldConventions conventions)
    {
        var demands = registry.Demands.Of(member, owner);
        field.Demands = demands;
        field.RequestDemands = AuthorizedResolver.At(ApplyPolicy.Validation, demands);
        ResolverBinding.Bind(field, member.Source, owner, result.Kind, conventions.Parameters, registry.Conventions.UseGeneratedCode);
        _subscribe.Bind(field, member, owner, $"{Coordinate(owner)}.{field.Name}");
        if (field.Subscriber is { } open) field.Subscriber = AuthorizedResolver.Wrap(open, demands);
        if (!conventions.HasMiddleware) field.Guard(demands);
        AttachIds(field, member, owner);
        registry.Scalars.Attach(field, result.Value.NamedType);
        conventions.Attach(field, registry.Annotations.Context, demands);
    }

    /// <summary>A function's own type says what a field is that has no member; a member's annotations say it for all others.</summary>
    private ResultShape ResultOf(AnnotatedMember member)
    {
        var source = registry.Nullability.ReadResult(member.Source);
        if (member.Declared is { } declared && declared != member.Source) return registry.Nullability.ReadResult(declared) with { Kind = source.Kind };
        return member.Function is null ? source : source with { Value = source.Value.Type.IsValueType ? source.Value : NullabilityReader.Read(source.Value.Type) };
    }

    private FieldConventions Conventions(AnnotatedMember member, FieldOwner owner, ResultShape result)
    {
        var names = MutationNames.For(member, owner, result, registry.Conventions.Mutations);
        RefuseErrors(member, result, names);
        var paging = _paging.Read(member, result);
        var data = _data.Read(member, result);
        var parameters = Parameters(member, owner, $"{Coordinate(owner)}.{member.Name}", paging, data);
        var type = paging?.Type ?? TypeOf(member, result.Value, owner);
        var mutation = names is null ? null : _mutations.Apply(member, names, type, result.FieldResult, parameters);
        return new FieldConventions(member, mutation?.Type ?? type, mutation?.Parameters ?? parameters, paging, data, mutation);
    }

    private List<BoundParameter> Parameters(AnnotatedMember member, FieldOwner owner, string coordinate, PagedField? paging, DataField? data) =>
        member.Source is MethodInfo method
        ? [.. method.GetParameters().Select(parameter => _parameters.Read(member.Parameter(parameter), owner, coordinate, paging?.Limits, data))]
        : [];

    private string Coordinate(FieldOwner owner) => owner.Parent is { } parent ? registry.NameOf(parent) : owner.Operation.ToString()!;

    private GraphQLType TypeOf(AnnotatedMember member, TypeShape shape, FieldOwner owner)
    {
        var described = ClrTypes.Describe(member.Member);
        var returned = (member.Declared as MethodInfo)?.ReturnParameter;
        if ((member.Find<GraphQLTypeAttribute>() ?? returned?.GetCustomAttribute<GraphQLTypeAttribute>()) is { } named)
            return registry.TypeOf(named, described, isInput: false);
        return IsId(member, owner) ? TypeRegistry.Wrap(shape, _ => SpecifiedScalars.ID) : registry.Output(shape, described);
    }

    private static IDAttribute? IdOf(AnnotatedMember member) =>
        member.Find<IDAttribute>() ?? (member.Declared as MethodInfo)?.ReturnParameter.GetCustomAttribute<IDAttribute>();

    private bool IsId(AnnotatedMember member, FieldOwner owner) =>
        IdOf(member) is not null || (member.Declared is { } declared && owner.Parent == member.Type.Type && registry.Nodes?.IdFieldOf(member.Type.Type) == declared.Name);

    /// <summary>An id names the type that its attribute says, or else that of the object which has it.</summary>
    private void AttachIds(OutputField field, AnnotatedMember member, FieldOwner owner)
    {
        if (registry.Ids is not { } ids || !IsId(member, owner) || owner.Object is { } type && registry.Annotations.IsInterface(type)) return;
        var attribute = IdOf(member);
        var named = attribute?.NodeType ?? owner.Object;
        if (attribute?.TypeName is null && named is null) throw BuildErrors.IdOfNothing(member.Member);
        ids.Attach(field, attribute?.TypeName ?? registry.Object(named!).Name);
    }

    private static void RefuseUnreadable(MemberInfo member)
    {
        if (member is not MethodInfo method) return;
        if (method.IsGenericMethodDefinition) throw BuildErrors.NoField(member, "is generic");
        if (method.ReturnType == typeof(void) || method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask))
            throw BuildErrors.NoField(member, "returns nothing");
    }

    private static void RefuseErrors(AnnotatedMember member, ResultShape result, MutationNames? names)
    {
        if (names is not null) return;
        if (member.FindInherited<ErrorAttribute>() is not null || result.FieldResult is not null) throw BuildErrors.ErrorsWithoutConvention(member.Member);
    }
}
