using System.Linq.Expressions;
using System.Reflection;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Fetches an object by what refers to it: its internal id, or what another subgraph knows of it.</summary>
internal delegate ValueTask<object?> ReferenceResolver(IResolverContext context, object reference);

/// <summary>
/// Makes members resolvers, once: by the code that was generated for them, and else by compiling them. A member that needs nothing but its parent becomes a pure resolver.
/// </summary>
internal static class ResolverBinding
{
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(IResolverContext), "context");
    private static readonly ParameterExpression Parent = Expression.Parameter(typeof(object), "parent");

    public static void Bind(
        OutputField field, MemberInfo member, FieldOwner owner, ResultKind kind, IReadOnlyList<BoundParameter> parameters, bool mayUseGenerated)
    {
        field.IsBatched = BatchConvention.IsBatch(member);
        var generated = mayUseGenerated ? MemberCode.Find(member) : null;
        if (kind == ResultKind.Stream) BindStream(field, CompileSubscriber(member, owner, parameters));
        else if (IsPure(member, owner, kind, parameters)) (generated?.BindPure ?? (pure => BindPure(pure, member, owner, parameters)))(field);
        else BindCall(field, member, generated?.Bind(new MemberParameters(parameters, owner)) ?? Compile(member, owner, kind, parameters), parameters);
    }

    private static void BindCall(OutputField field, MemberInfo member, FieldResolver resolve, IReadOnlyList<BoundParameter> parameters)
    {
        if (field.IsBatched) resolve = BatchConvention.Bind(member, resolve, parameters);
        else if (parameters.All(parameter => parameter.Value is { KeepsCall: false })) field.MomentaryResolver = resolve;
        field.Resolver = resolve;
    }

    /// <summary>Root fields of mutations are never pure: they act, one after the other.</summary>
    private static bool IsPure(MemberInfo member, FieldOwner owner, ResultKind kind, IReadOnlyList<BoundParameter> parameters) =>
        kind == ResultKind.Value
        && owner.Operation is null or OperationType.Query
        && !IsSequence(member)
        && !BatchConvention.IsBatch(member)
        && parameters.All(parameter => parameter.IsParent)
        && owner.Function is null
        && (IsStatic(member) || owner.Class == owner.Parent);

    /// <summary>Read item by item, and so never while the response is written.</summary>
    private static bool IsSequence(MemberInfo member) =>
        ClrTypes.IsGeneric(member is MethodInfo method ? method.ReturnType : ((PropertyInfo)member).PropertyType, typeof(IAsyncEnumerable<>));

    private static void BindPure(OutputField field, MemberInfo member, FieldOwner owner, IReadOnlyList<BoundParameter> parameters)
    {
        var instance = IsStatic(member) ? null : Expression.Convert(Parent, owner.Class);
        var types = (member as MethodInfo)?.GetParameters() ?? [];
        var arguments = parameters.Select((_, index) => Expression.Convert(Parent, types[index].ParameterType));
        var value = Access(member, instance, arguments);
        var bind = typeof(ResolverBinding).GetMethod(nameof(CompilePure), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(value.Type);
        bind.Invoke(null, [field, value]);
    }

    private static void CompilePure<T>(OutputField field, Expression value) =>
        field.SetPureResolver(Expression.Lambda<Func<object, T>>(value, Parent).Compile());

    /// <summary>Compiles a method that fetches an object by what stands in the given parameter.</summary>
    public static ReferenceResolver BindReference(
        MethodInfo method, FieldOwner owner, ResultKind kind, IReadOnlyList<BoundParameter> parameters, ParameterExpression reference, IReadOnlyList<AuthorizationDemand> demands)
    {
        if (BatchConvention.IsBatch(method)) throw BuildErrors.BatchOfReference(method);
        var resolve = Expression.Lambda<ReferenceResolver>(Call(method, owner, kind, parameters), Context, reference).Compile();
        return AuthorizedResolver.Wrap(resolve, demands);
    }

    private static FieldResolver Compile(MemberInfo member, FieldOwner owner, ResultKind kind, IReadOnlyList<BoundParameter> parameters) =>
        Expression.Lambda<FieldResolver>(Call(member, owner, kind, parameters), Context).Compile();

    private static MethodCallExpression Call(MemberInfo member, FieldOwner owner, ResultKind kind, IReadOnlyList<BoundParameter> parameters)
    {
        var value = Access(member, Instance(member, owner), parameters.Select(parameter => parameter.Read(Context)));
        if (kind == ResultKind.Value) return Expression.Call(typeof(MemberResult), nameof(MemberResult.FromValue), [value.Type], value);
        var adapter = kind == ResultKind.Task ? nameof(MemberResult.FromTask) : nameof(MemberResult.FromValueTask);
        return Expression.Call(typeof(MemberResult), adapter, value.Type.GetGenericArguments(), value, Context);
    }

    /// <summary>Opens the stream that the method returns.</summary>
    public static Subscriber CompileSubscriber(MemberInfo member, FieldOwner owner, IReadOnlyList<BoundParameter> parameters)
    {
        var stream = Access(member, Instance(member, owner), parameters.Select(parameter => parameter.Read(Context)));
        return Expression.Lambda<Subscriber>(SourceStreamTypes.Open(stream), Context).Compile();
    }

    /// <summary>Each event is the field's value.</summary>
    private static void BindStream(OutputField field, Subscriber open)
    {
        field.Subscriber = open;
        field.Resolver = context => new ValueTask<object?>(SourceEvent.Read<object?>(context));
    }

    private static Expression? Instance(MemberInfo member, FieldOwner owner)
    {
        if (owner.Function is not null) return Expression.Constant(owner.Function);
        if (IsStatic(member)) return null;
        return owner.Class == owner.Parent
            ? Expression.Call(typeof(ResolverState), nameof(ResolverState.Parent), [owner.Class], Context)
            : Expression.Call(typeof(ResolverState), nameof(ResolverState.Instance), [owner.Class], Context);
    }

    private static Expression Access(MemberInfo member, Expression? instance, IEnumerable<Expression> arguments) =>
        member is PropertyInfo property
        ? Expression.Property(instance, property)
        : Expression.Call(instance, (MethodInfo)member, arguments);

    private static bool IsStatic(MemberInfo member) =>
        member is PropertyInfo property ? property.GetMethod!.IsStatic : ((MethodInfo)member).IsStatic;
}
