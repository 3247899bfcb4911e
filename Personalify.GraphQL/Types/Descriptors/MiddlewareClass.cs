using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Personalify.GraphQL.Types;

/// <summary>Makes middleware of a class with a method <c>InvokeAsync</c>.</summary>
internal static class MiddlewareClass<T>
    where T : class
{
    private static readonly ParameterExpression Instance = Expression.Parameter(typeof(T), "instance");
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(IMiddlewareContext), "context");
    private static readonly ParameterExpression Next = Expression.Parameter(typeof(FieldDelegate), "next");

    /// <summary>An instance for each field, made with the application's services.</summary>
    /// <exception cref="SchemaException">The class does not fit.</exception>
    public static FieldMiddleware Make(IServiceProvider services) => Make(next => Create(services, next));

    /// <summary>An instance for each field, made by hand.</summary>
    /// <exception cref="SchemaException">The class does not fit.</exception>
    public static FieldMiddleware Make(Func<FieldDelegate, T> create)
    {
        var call = Compile();
        return next =>
        {
            var instance = create(next);
            return context => call(instance, context, next);
        };
    }

    private static T Create(IServiceProvider services, FieldDelegate next)
    {
        var takesNext = typeof(T).GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(FieldDelegate)));
        try
        {
            return ActivatorUtilities.CreateInstance<T>(services, takesNext ? [next] : []);
        }
        catch (InvalidOperationException error)
        {
            throw new SchemaException(
                $"The middleware {typeof(T).FullName} cannot be made: {error.Message} Register what its constructor takes as a singleton, or take it in InvokeAsync.");
        }
    }

    private static Func<T, IMiddlewareContext, FieldDelegate, ValueTask> Compile()
    {
        var method = Find();
        var call = Expression.Call(Instance, method, method.GetParameters().Select(parameter => Read(parameter.ParameterType)));
        Expression pending = method.ReturnType == typeof(ValueTask) ? call : Expression.New(typeof(ValueTask).GetConstructor([typeof(Task)])!, call);
        return Expression.Lambda<Func<T, IMiddlewareContext, FieldDelegate, ValueTask>>(pending, Instance, Context, Next).Compile();
    }

    private static MethodInfo Find()
    {
        var methods = typeof(T).GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.Name is "InvokeAsync" or "Invoke").ToList();
        var fits = methods is [{ IsGenericMethodDefinition: false } only]
            && (only.ReturnType == typeof(ValueTask) || typeof(Task).IsAssignableFrom(only.ReturnType))
            && only.GetParameters().Any(parameter => parameter.ParameterType == typeof(IMiddlewareContext));
        return fits ? methods[0] : throw new SchemaException(
            $"{typeof(T).FullName} is used as middleware, so it must have exactly one public method InvokeAsync that takes the IMiddlewareContext and returns a Task or a ValueTask.");
    }

    private static Expression Read(Type type)
    {
        if (type == typeof(FieldDelegate)) return Next;
        if (type.IsAssignableFrom(typeof(IMiddlewareContext))) return Context;
        if (type == typeof(CancellationToken)) return Expression.Property(Expression.Convert(Context, typeof(IResolverContext)), nameof(IResolverContext.RequestAborted));
        var services = Expression.Property(Expression.Convert(Context, typeof(IResolverContext)), nameof(IResolverContext.Services));
        if (type == typeof(IServiceProvider)) return services;
        return Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [type], services);
    }
}
