using System.Globalization;
using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The ids by which the compiler names types and members in a documentation file. C# specification, D.4.2 ID string format.
/// </summary>
internal static class DocumentationIds
{
    public static string Of(Type type) => $"T:{NameOf(type)}";

    public static string Of(MemberInfo member) => member switch
    {
        Type type => Of(type),
        PropertyInfo => $"P:{Declared(member)}",
        MethodInfo method => $"M:{Declared(method)}{Arity(method)}{Parameters(Open(method))}",
        _ => $"F:{Declared(member)}",
    };

    private static string Declared(MemberInfo member) => $"{NameOf(member.DeclaringType!)}.{member.Name}";

    /// <summary>A generic class documents its members as they were written, before it knew its arguments.</summary>
    private static MethodBase Open(MethodInfo method) =>
        method.DeclaringType is { IsConstructedGenericType: true } type
            ? MethodBase.GetMethodFromHandle(method.MethodHandle, type.GetGenericTypeDefinition().TypeHandle)!
            : method;

    private static string Arity(MethodInfo method) =>
        method.IsGenericMethod ? string.Create(CultureInfo.InvariantCulture, $"``{method.GetGenericArguments().Length}") : "";

    private static string Parameters(MethodBase method) =>
        method.GetParameters() is { Length: > 0 } parameters ? $"({string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)))})" : "";

    private static string NameOf(Type type)
    {
        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        return definition.FullName!.Replace('+', '.');
    }

    /// <summary>A type where it is used: its arguments in braces, parameters of generics by their number.</summary>
    private static string Reference(Type type)
    {
        if (type.IsByRef) return Reference(type.GetElementType()!) + "@";
        if (type.IsSZArray) return Reference(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return string.Create(CultureInfo.InvariantCulture, $"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}");
        return type.IsGenericType ? Constructed(type) : NameOf(type);
    }

    /// <summary>Each class of a nested one takes its own share of the arguments.</summary>
    private static string Constructed(Type type)
    {
        var arguments = new Queue<Type>(type.GetGenericArguments());
        return string.Join('.', NameOf(type).Split('.').Select(part =>
        {
            if (part.IndexOf('`', StringComparison.Ordinal) is var tick && tick < 0) return part;
            var own = Enumerable.Range(0, int.Parse(part[(tick + 1)..], CultureInfo.InvariantCulture)).Select(_ => Reference(arguments.Dequeue()));
            return $"{part[..tick]}{{{string.Join(',', own)}}}";
        }));
    }
}
