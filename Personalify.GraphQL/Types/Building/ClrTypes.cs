using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Questions about CLR types that more than one reader asks.</summary>
internal static class ClrTypes
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static bool IsGeneric(Type type, params ReadOnlySpan<Type> definitions) =>
        type.IsGenericType && definitions.Contains(type.GetGenericTypeDefinition());

    /// <summary>Whether the type was written as a record: the compiler gives only records these members.</summary>
    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", AnyInstance) is not null);

    /// <summary>The type of the items of a list, or <c>null</c>: texts, bytes and dictionaries are no lists.</summary>
    public static Type? ItemOf(Type type)
    {
        if (ClrScalars.Find(type) is not null) return null;
        if (type.IsArray) return type.GetElementType();
        var sequences = type.GetInterfaces().Prepend(type).Where(each => IsGeneric(each, typeof(IEnumerable<>))).ToList();
        if (sequences.Count == 0) return IsGeneric(type, typeof(IAsyncEnumerable<>)) ? type.GenericTypeArguments[0] : null;
        var item = sequences.Count == 1 ? sequences[0].GetGenericArguments()[0] : null;
        return item is null || IsGeneric(item, typeof(KeyValuePair<,>)) ? null : item;
    }

    /// <summary>Whether the type comes with .NET: such a type has no fields that somebody chose.</summary>
    public static bool IsFromPlatform(Type type) => type.Namespace?.Split('.')[0] is "System" or "Microsoft";

    /// <summary>The value of a type when nothing was given.</summary>
    public static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    /// <summary>The member with its class, as messages name it.</summary>
    public static string Describe(MemberInfo member) => $"{Describe(member.ReflectedType ?? member.DeclaringType!)}.{member.Name}";

    /// <summary>The type with its generic arguments, as messages name it.</summary>
    public static string Describe(Type type) => type.IsGenericType && type.FullName is not null
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Describe))}>"
        : type.FullName ?? type.Name;
}
