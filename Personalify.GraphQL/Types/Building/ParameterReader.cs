using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>A resolver's parameter and where its value comes from.</summary>
/// <param name="Read">Reads the value from the resolver context.</param>
internal sealed record BoundParameter(Func<Expression, Expression> Read)
{
    /// <summary>The argument that the parameter is, or <c>null</c>.</summary>
    public BoundInput? Input { get; init; }

    /// <summary>Whether the parameter is the parent object.</summary>
    public bool IsParent { get; init; }

    /// <summary>A parameter that is an argument of the field.</summary>
    public static BoundParameter Of(BoundInput input) => Of(input, new ArgumentReader(input));

    /// <summary>The same parameter where its argument is a field of the input object that the named argument holds.</summary>
    public BoundParameter In(string argument) => Input is null ? this : Of(Input, new InputReader(argument, Input));

    private static BoundParameter Of(BoundInput input, object reader) => new(context => Expression.Convert(
        Expression.Call(Expression.Constant(reader), nameof(ArgumentReader.Read), null, context), input.Field.RuntimeType!))
    {
        Input = input,
    };
}

/// <summary>Decides what each parameter of a resolver is.</summary>
internal sealed class ParameterReader(TypeRegistry registry, ServiceDetector services)
{
    private readonly InputFieldReader _inputs = new(registry);

    /// <summary>Reads one parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="owner">Whose member the method is.</param>
    /// <param name="coordinate">The field's coordinate, for messages.</param>
    /// <param name="paging">The limits of the field's pages, or <c>null</c> when it is not paged.</param>
    /// <param name="data">What the field's arguments make of its list, or <c>null</c>.</param>
    public BoundParameter Read(ParameterInfo parameter, FieldOwner owner, string coordinate, PagingLimits? paging, DataField? data)
    {
        var member = ClrTypes.Describe(parameter.Member);
        if (parameter.ParameterType.IsByRef) throw BuildErrors.ByReference(parameter, member);
        if (parameter.IsDefined(typeof(ParentAttribute))) return Parent(parameter, owner, member);
        if (parameter.IsDefined(typeof(EventMessageAttribute))) return Event(parameter, owner, member);
        if (parameter.ParameterType == typeof(PagingArguments)) return Paging(paging, member);
        if (ClrTypes.IsGeneric(parameter.ParameterType, typeof(QueryContext<>))) return Query(parameter, data!.Pipeline);
        if (Known(parameter) is { } read) return new BoundParameter(read);
        return services.IsService(parameter, member) ? new BoundParameter(Service(parameter)) : Argument(parameter, coordinate);
    }

    private static BoundParameter Parent(ParameterInfo parameter, FieldOwner owner, string member)
    {
        var type = parameter.ParameterType;
        if (owner.Parent is null || !type.IsAssignableFrom(owner.Parent)) throw BuildErrors.NotTheParent(parameter, member, owner.Parent);
        return new BoundParameter(context => Expression.Call(typeof(ResolverState), nameof(ResolverState.Parent), [type], context)) { IsParent = true };
    }

    private static BoundParameter Event(ParameterInfo parameter, FieldOwner owner, string member) => owner.Operation == OperationType.Subscription
        ? new BoundParameter(context => Expression.Call(typeof(SourceEvent), nameof(SourceEvent.Read), [parameter.ParameterType], context))
        : throw BuildErrors.NotAnEvent(parameter, member);

    private static BoundParameter Paging(PagingLimits? limits, string member) => limits is null
        ? throw BuildErrors.ArgumentsWithoutPaging(member)
        : new BoundParameter(context => Expression.Call(Expression.Constant(limits), nameof(PagingLimits.Read), null, context));

    private static BoundParameter Query(ParameterInfo parameter, DataPipeline pipeline) => new(context =>
        Expression.Convert(Expression.Call(Expression.Constant(pipeline), nameof(DataPipeline.Read), null, context), parameter.ParameterType));

    private Func<Expression, Expression>? Known(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<GlobalStateAttribute>() is { } state) return State(parameter, state.Key ?? parameter.Name!);
        if (parameter.GetCustomAttribute<ScopedStateAttribute>() is { } scoped) return ScopedState(parameter, scoped.Key ?? parameter.Name!);
        if (type == typeof(ClaimsPrincipal)) return State(parameter, nameof(ClaimsPrincipal));
        if (parameter.GetCustomAttribute<IsSelectedAttribute>() is { } selected)
            return context => Expression.Call(context, nameof(IResolverContext.IsSelected), null, Expression.Constant(selected.FieldName));
        if (type == typeof(IResolverContext)) return context => context;
        if (type == typeof(CancellationToken)) return context => Expression.Property(context, nameof(IResolverContext.RequestAborted));
        if (type == typeof(IServiceProvider)) return context => Expression.Property(context, nameof(IResolverContext.Services));
        return type == typeof(Schema) ? context => Expression.Property(context, nameof(IResolverContext.Schema)) : null;
    }

    private Func<Expression, Expression> State(ParameterInfo parameter, string key)
    {
        var method = IsNullable(parameter) ? nameof(ResolverContextStateExtensions.GetGlobalStateOrDefault) : nameof(ResolverContextStateExtensions.GetGlobalState);
        return context => Expression.Call(typeof(ResolverContextStateExtensions), method, [parameter.ParameterType], context, Expression.Constant(key));
    }

    private Func<Expression, Expression> ScopedState(ParameterInfo parameter, string key)
    {
        var type = parameter.ParameterType;
        if (ClrTypes.IsGeneric(type, typeof(SetState<>)))
            return context => Expression.Call(typeof(ResolverState), nameof(ResolverState.ScopedSetter), type.GetGenericArguments(), context, Expression.Constant(key));
        var method = IsNullable(parameter) ? nameof(ResolverContextStateExtensions.GetScopedStateOrDefault) : nameof(ResolverContextStateExtensions.GetScopedState);
        return context => Expression.Call(typeof(ResolverContextStateExtensions), method, [type], context, Expression.Constant(key));
    }

    private Func<Expression, Expression> Service(ParameterInfo parameter)
    {
        var method = IsNullable(parameter) ? nameof(ResolverState.FindService) : nameof(ResolverState.RequireService);
        return context => Expression.Call(typeof(ResolverState), method, [parameter.ParameterType], context);
    }

    private bool IsNullable(ParameterInfo parameter) => registry.Nullability.Read(parameter).IsNullable;

    private BoundParameter Argument(ParameterInfo parameter, string coordinate) =>
        BoundParameter.Of(_inputs.Read(parameter, $"{coordinate}({NamingConventions.GetArgumentName(parameter)}:)"));
}
