using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads what a mutation declares by <see cref="ErrorAttribute"/> and by the type arguments of its result.</summary>
internal sealed class ErrorReader(TypeRegistry registry)
{
    private const string Factory = "CreateErrorFrom";
    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static;

    /// <summary>The declared errors, each an object type that implements the error interface.</summary>
    public IReadOnlyList<ErrorSource> Read(AnnotatedMember member, Type? fieldResult)
    {
        var declared = member.AllInherited<ErrorAttribute>().Select(attribute => attribute.ErrorType);
        var returned = fieldResult?.GetGenericArguments().Skip(1) ?? [];
        var sources = declared.Concat(returned).Distinct().SelectMany(type => Read(type, member.Member, fieldResult is not null)).ToList();
        foreach (var source in sources) Implement(source.Type);
        return sources;
    }

    private List<ErrorSource> Read(Type declared, MemberInfo member, bool mayReturn)
    {
        if (typeof(Exception).IsAssignableFrom(declared)) return [new ErrorSource(registry.ErrorOf(declared), declared, exception => exception)];
        List<ErrorSource> sources = [.. FromFactories(declared), .. FromConstructors(declared)];
        if (sources.Count > 0) return sources;
        if (declared.IsAbstract || !mayReturn) throw BuildErrors.ErrorFromNothing(member, declared);
        return [new ErrorSource(registry.Object(declared), null, null)];
    }

    private IEnumerable<ErrorSource> FromFactories(Type declared) =>
        from method in declared.GetMethods(PublicStatic)
        where method.Name == Factory && Taken(method) is not null
        select new ErrorSource(registry.Object(method.ReturnType), Taken(method), exception => Invoke(method, exception)!);

    private IEnumerable<ErrorSource> FromConstructors(Type declared) =>
        from constructor in declared.GetConstructors()
        where Taken(constructor) is not null
        select new ErrorSource(registry.Object(declared), Taken(constructor), exception => Invoke(constructor, exception));

    /// <summary>The exception that is the only thing a method or constructor takes.</summary>
    private static Type? Taken(MethodBase method) =>
        method.GetParameters() is [var only] && typeof(Exception).IsAssignableFrom(only.ParameterType) ? only.ParameterType : null;

    private static object? Invoke(MethodInfo method, Exception exception) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [exception], null);

    private static object Invoke(ConstructorInfo constructor, Exception exception) =>
        constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [exception], null);

    private void Implement(ObjectType type)
    {
        var contract = registry.ErrorInterface();
        if (!type.Interfaces.Contains(contract)) type.Interfaces.Add(contract);
    }
}
