using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Where the value of a parameter comes from. Generated code and compiled expressions call the same delegates, so that a resolver cannot
/// tell which of them calls it.
/// </summary>
internal abstract class ParameterValue
{
    private static readonly MethodInfo Generic = typeof(ParameterValue).GetMethod(nameof(As))!;

    /// <summary>
    /// What calls of a batch resolver must have in common to share the value; <c>null</c> where it is the same for all calls of a field in a request.
    /// </summary>
    public virtual Func<IResolverContext, object?>? Distinction => null;

    /// <summary>Whether the value leads to the call that it was read from, so that the resolver may look at that later.</summary>
    public virtual bool KeepsCall => false;

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
    public override Func<IResolverContext, object?> Distinction => context => context.ScopedContextData.GetValueOrDefault(key);

    public override Func<IResolverContext, T> As<T>() =>
        isNullable ? context => context.GetScopedStateOrDefault<T>(key)! : context => context.GetScopedState<T>(key);
}

/// <summary>State that middleware of the same field has set.</summary>
internal sealed class LocalStateValue(string key, bool isNullable) : ParameterValue
{
    public override Func<IResolverContext, object?> Distinction => context => context.LocalContextData.GetValueOrDefault(key);

    public override Func<IResolverContext, T> As<T>() =>
        isNullable ? context => context.GetLocalStateOrDefault<T>(key)! : context => context.GetLocalState<T>(key);
}

/// <summary>Sets state by one of the methods of <see cref="ResolverState"/>.</summary>
internal abstract class SetterValue(string method, string key) : ParameterValue
{
    private readonly MethodInfo _setter = typeof(ResolverState).GetMethod(method)!;

    public override bool KeepsCall => true;

    public override Func<IResolverContext, T> As<T>()
    {
        var make = _setter.MakeGenericMethod(typeof(T).GetGenericArguments()).CreateDelegate<Func<IResolverContext, string, T>>();
        return context => make(context, key);
    }
}

/// <summary>Sets state for the fields below.</summary>
internal sealed class ScopedSetterValue(string key) : SetterValue(nameof(ResolverState.ScopedSetter), key);

/// <summary>Sets state for the middleware of the same field.</summary>
internal sealed class LocalSetterValue(string key) : SetterValue(nameof(ResolverState.LocalSetter), key);

/// <summary>A service.</summary>
internal sealed class ServiceValue(bool isNullable) : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() =>
        isNullable ? context => ResolverState.FindService<T>(context)! : ResolverState.RequireService<T>;
}

/// <summary>A service that is registered by a key.</summary>
internal sealed class KeyedServiceValue(object key, bool isNullable) : ParameterValue
{
    public override Func<IResolverContext, T> As<T>() => isNullable
        ? context => context.Services.GetKeyedService<T>(key)!
        : context => (T)context.Services.GetRequiredKeyedService(typeof(T), key);
}

/// <summary>Something whose type is known here, and is the parameter's.</summary>
/// <param name="read">Reads it.</param>
/// <param name="ofSelection">Whether it depends on what is selected, and with which arguments.</param>
internal sealed class TypedValue<TValue>(Func<IResolverContext, TValue> read, bool ofSelection = false) : ParameterValue
{
    public override Func<IResolverContext, object?>? Distinction => ofSelection ? context => context.Selection : null;

    public override bool KeepsCall => typeof(TValue) == typeof(IResolverContext);

    public override Func<IResolverContext, T> As<T>() => (Func<IResolverContext, T>)(object)read;
}

/// <summary>Something that comes as an object of the parameter's type, such as an argument.</summary>
/// <inheritdoc cref="TypedValue{TValue}" path="/param" />
internal sealed class ObjectValue(Func<IResolverContext, object?> read, bool ofSelection = false) : ParameterValue
{
    public override Func<IResolverContext, object?>? Distinction => ofSelection ? context => context.Selection : null;

    public override bool KeepsCall => ofSelection;

    public override Func<IResolverContext, T> As<T>() => context => (T)read(context)!;
}
