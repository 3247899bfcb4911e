using System.Linq.Expressions;
using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Where the value of a parameter comes from. Generated code and compiled expressions call the same delegates, so that a resolver cannot
/// tell which of them calls it.
/// </summary>
internal abstract class ParameterValue
{
    private static readonly MethodInfo Generic = typeof(ParameterValue).GetMethod(nameof(As))!;

    /// <summary>Reads the value as the parameter's type.</summary>
    public abstract Func<IResolverContext, T> As<T>();

    /// <summary>The call of that delegate.</summary>
    public Expression Read(Expression context, Type type) =>
        Expression.Invoke(Expression.Constant(Generic.MakeGenericMethod(type).Invoke(this, BindingFlags.DoNotWrapExceptions, null, null, null)), context);
}

/// <summary>The parent object.</summary>
internal sealed class ParentValue : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() => ResolverState.Parent<T>;
}

/// <summary>The event that a subscription is executed for.</summary>
internal sealed class EventValue : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() => context => SourceEvent.Read<T>(context)!;
}

/// <summary>State of the request.</summary>
internal sealed class GlobalStateValue(string key, bool isNullable) : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() =>
        isNullable ? context => context.GetGlobalStateOrDefault<T>(key)! : context => context.GetGlobalState<T>(key);
}

/// <summary>State that a field above has set.</summary>
internal sealed class ScopedStateValue(string key, bool isNullable) : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() =>
        isNullable ? context => context.GetScopedStateOrDefault<T>(key)! : context => context.GetScopedState<T>(key);
}

/// <summary>Sets state for the fields below.</summary>
internal sealed class ScopedSetterValue(string key) : ParameterValue
{
    private static readonly MethodInfo Setter = typeof(ResolverState).GetMethod(nameof(ResolverState.ScopedSetter))!;

    public override Func<IResolverContext, T> As<T>()
    {
        var make = Setter.MakeGenericMethod(typeof(T).GetGenericArguments()).CreateDelegate<Func<IResolverContext, string, T>>();
        return context => make(context, key);
    }
}

/// <summary>A service.</summary>
internal sealed class ServiceValue(bool isNullable) : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() =>
        isNullable ? context => ResolverState.FindService<T>(context)! : ResolverState.RequireService<T>;
}

/// <summary>Something whose type is known here, and is the parameter's.</summary>
internal sealed class TypedValue<TValue>(Func<IResolverContext, TValue> read) : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() => (Func<IResolverContext, T>)(object)read;
}

/// <summary>Something that comes as an object of the parameter's type, such as an argument.</summary>
internal sealed class ObjectValue(Func<IResolverContext, object?> read) : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() => context => (T)read(context)!;
}
