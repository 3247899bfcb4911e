using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads CLR enums.</summary>
internal static class EnumTypeReader
{
    public static EnumType Read(Type type, Subgraph? subgraph)
    {
        var made = new EnumType(NamingConventions.GetTypeName(type)) { RuntimeType = type };
        var members = type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(member => member.MetadataToken);
        made.Values.AddRange(members.Where(member => !Annotation.IsIgnored(member)).Select(member => ReadValue(member, subgraph)));
        return made;
    }

    private static EnumValue ReadValue(FieldInfo member, Subgraph? subgraph)
    {
        var value = new EnumValue(NamingConventions.GetEnumValueName(member), member.GetValue(null)!)
        {
            Description = Annotation.Description(member),
            DeprecationReason = Annotation.Deprecation(member),
        };
        subgraph?.Read(value, member);
        return value;
    }
}
