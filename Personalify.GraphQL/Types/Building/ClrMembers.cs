using System.Reflection;
using System.Runtime.CompilerServices;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Which members of a class may become fields, and in which order.</summary>
internal static class ClrMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Everything that somebody could say something about.</summary>
    public static IReadOnlyList<MemberInfo> Of(Type type) => type.IsEnum ? OfEnum(type) : OfResolvers(type);

    /// <summary>The values of an enum.</summary>
    public static IReadOnlyList<FieldInfo> OfEnum(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(member => member.MetadataToken)];

    /// <summary>The public properties and methods of a class of resolvers, static ones included.</summary>
    public static IReadOnlyList<MemberInfo> OfResolvers(Type type) => Collect(type, _ => true);

    /// <summary>
    /// The public instance properties of a class or interface, and its methods when its assembly knows the engine: only there
    /// could a method that is no field be marked with <see cref="GraphQLIgnoreAttribute"/>.
    /// </summary>
    public static IReadOnlyList<MemberInfo> OfObject(Type type) => Collect(type, member => member is PropertyInfo property
        ? !property.GetMethod!.IsStatic
        : !((MethodInfo)member).IsStatic && KnowsEngine(member.DeclaringType!));

    /// <summary>Base classes first, each in its order of declaration; what a class overrides keeps its place.</summary>
    private static List<MemberInfo> Collect(Type type, Func<MemberInfo, bool> isWanted)
    {
        var members = new List<MemberInfo>();
        foreach (var level in Levels(type))
        {
            foreach (var member in level.GetMembers(Declared).Where(IsReadable).Where(isWanted).OrderBy(Position)) Put(members, member);
        }

        return members;
    }

    private static void Put(List<MemberInfo> members, MemberInfo member)
    {
        var overridden = members.FindIndex(known => known.Name == member.Name && known.DeclaringType != member.DeclaringType);
        if (overridden >= 0) members[overridden] = member;
        else members.Add(member);
    }

    private static IEnumerable<Type> Levels(Type type)
    {
        if (type.IsInterface) return OwnInterfaces(type).Append(type);
        var levels = new Stack<Type>();
        for (var level = type; level is not null && !ClrTypes.IsFromPlatform(level); level = level.BaseType) levels.Push(level);
        return levels;
    }

    private static IEnumerable<Type> OwnInterfaces(Type type) =>
        type.GetInterfaces().Where(parent => !ClrTypes.IsFromPlatform(parent)).OrderBy(parent => parent.FullName, StringComparer.Ordinal);

    private static bool IsReadable(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0,
        MethodInfo method => !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsCommon(method),
        _ => false,
    };

    /// <summary>Members of object, and what equality, ordering and disposal ask for: they are about the CLR, not about the data.</summary>
    private static bool IsCommon(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType is { } origin && ClrTypes.IsFromPlatform(origin)
        || method.Name is "Equals" or "CompareTo" or "Dispose" or "DisposeAsync" or "Deconstruct";

    /// <summary>A property's getter stands where the property was written.</summary>
    private static int Position(MemberInfo member) =>
        member is PropertyInfo property ? property.GetMethod!.MetadataToken : member.MetadataToken;

    private static bool KnowsEngine(Type type)
    {
        var engine = typeof(ClrMembers).Assembly.GetName().Name;
        return type.Assembly.GetName().Name == engine || type.Assembly.GetReferencedAssemblies().Any(reference => reference.Name == engine);
    }
}
