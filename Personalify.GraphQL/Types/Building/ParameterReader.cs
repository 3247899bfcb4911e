using System.Reflection;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Decides what each parameter of a resolver is.</summary>
internal sealed class ParameterReader(TypeRegistry registry, IServiceProviderIsService? services)
{
    private readonly ServiceDetector _services = new(registry, services);
    private readonly InputFieldReader _inputs = new(registry);

    /// <summary>Reads one parameter.</summary>
    /// <param name="annotated">The parameter.</param>
    /// <param name="owner">Whose member the method is.</param>
    /// <param name="coordinate">The field's coordinate, for messages.</param>
    /// <param name="paging">The limits of the field's pages, or <c>null</c> when it is not paged.</param>
    /// <param name="data">What the field's arguments make of its list, or <c>null</c>.</param>
    public BoundParameter Read(AnnotatedParameter annotated, FieldOwner owner, string coordinate, PagingLimits? paging, DataField? data)
    {
        var parameter = annotated.Parameter!;
        var member = ClrTypes.Describe(parameter.Member);
        if (parameter.ParameterType.IsByRef) throw BuildErrors.ByReference(parameter, member);
        if (parameter.IsDefined(typeof(ParentAttribute))) return Parent(parameter, owner, member);
        if (parameter.IsDefined(typeof(ArgumentAttribute))) return Argument(annotated, coordinate);
        if (parameter.IsDefined(typeof(EventMessageAttribute))) return Event(parameter, owner, member);
        if (parameter.ParameterType == typeof(PagingArguments)) return Paging(paging, member);
        if (ClrTypes.IsGeneric(parameter.ParameterType, typeof(QueryContext<>))) return Query(parameter, data!.Pipeline);
        // State comes first: its parameters may have any type, those below too.
        var value = State(parameter) ?? Known(parameter);
        value ??= Service(parameter, member);
        return value is null ? Argument(annotated, coordinate) : BoundParameter.Of(value, parameter.ParameterType);
    }

    private static BoundParameter Parent(ParameterInfo parameter, FieldOwner owner, string member)
    {
        var list = BatchList.Of(parameter);
        if (owner.Parent is null || !(list?.Item ?? parameter.ParameterType).IsAssignableFrom(owner.Parent)) throw BuildErrors.NotTheParent(parameter, member, owner.Parent);
        return BoundParameter.Of(list?.Of(new ParentValue()) ?? new ParentValue(), parameter.ParameterType) with { IsParent = true };
    }

    private static BoundParameter Event(ParameterInfo parameter, FieldOwner owner, string member) => owner.Operation == OperationType.Subscription
        ? BoundParameter.Of(new EventValue(), parameter.ParameterType)
        : throw BuildErrors.NotAnEvent(parameter, member);

    private static BoundParameter Paging(PagingLimits? limits, string member) => limits is null
        ? throw BuildErrors.ArgumentsWithoutPaging(member)
        : BoundParameter.Of(new TypedValue<PagingArguments>(limits.Read, ofSelection: true), typeof(PagingArguments));

    private static BoundParameter Query(ParameterInfo parameter, DataPipeline pipeline) =>
        BoundParameter.Of(new ObjectValue(pipeline.Read, ofSelection: true), parameter.ParameterType);

    private static ParameterValue? Known(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<IsSelectedAttribute>() is { FieldNames: var names }) return new TypedValue<bool>(context => names.Any(context.IsSelected), ofSelection: true);
        var type = parameter.ParameterType;
        if (type == typeof(IResolverContext)) return OfOnePlace(parameter, new TypedValue<IResolverContext>(context => context));
        if (type == typeof(ISelection)) return new TypedValue<ISelection>(context => context.Selection, ofSelection: true);
        if (type == typeof(CancellationToken)) return new TypedValue<CancellationToken>(context => context.RequestAborted);
        if (type == typeof(IServiceProvider)) return new TypedValue<IServiceProvider>(context => context.Services);
        return type == typeof(Schema) ? new TypedValue<Schema>(context => context.Schema) : null;
    }

    private ParameterValue? State(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<GlobalStateAttribute>() is { } state) return new GlobalStateValue(state.Key ?? parameter.Name!, IsNullable(parameter));
        if (parameter.GetCustomAttribute<ScopedStateAttribute>() is { } scoped) return ScopedState(parameter, scoped.Key ?? parameter.Name!);
        if (parameter.GetCustomAttribute<LocalStateAttribute>() is { } local) return LocalState(parameter, local.Key ?? parameter.Name!);
        return parameter.ParameterType == typeof(ClaimsPrincipal) ? new GlobalStateValue(nameof(ClaimsPrincipal), IsNullable(parameter)) : null;
    }

    private ParameterValue ScopedState(ParameterInfo parameter, string key) => ClrTypes.IsGeneric(parameter.ParameterType, typeof(SetState<>))
        ? OfOnePlace(parameter, new ScopedSetterValue(key))
        : new ScopedStateValue(key, IsNullable(parameter));

    private static ParameterValue OfOnePlace(ParameterInfo parameter, ParameterValue value) =>
        BatchConvention.IsBatch(parameter.Member) ? throw BuildErrors.NoPlaceInBatch(parameter, ClrTypes.Describe(parameter.Member)) : value;

    private ParameterValue LocalState(ParameterInfo parameter, string key) => ClrTypes.IsGeneric(parameter.ParameterType, typeof(SetState<>))
        ? OfOnePlace(parameter, new LocalSetterValue(key))
        : new LocalStateValue(key, IsNullable(parameter));

    private ParameterValue? Service(ParameterInfo parameter, string member)
    {
        if (parameter.GetCustomAttribute<ServiceAttribute>() is { Key: { } key }) return new KeyedServiceValue(key, IsNullable(parameter));
        return _services.IsService(parameter, member) ? new ServiceValue(IsNullable(parameter)) : null;
    }

    private bool IsNullable(ParameterInfo parameter) => registry.Nullability.Read(parameter).IsNullable;

    private BoundParameter Argument(AnnotatedParameter parameter, string coordinate)
    {
        var list = BatchList.Of(parameter.Parameter!);
        var input = _inputs.Read(parameter, list, $"{coordinate}({parameter.Name}:)");
        return list is null ? BoundParameter.Of(input) : BoundParameter.Of(input, list);
    }
}
