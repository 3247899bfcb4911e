namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads CLR enums.</summary>
internal static class EnumTypeReader
{
    public static EnumType Read(AnnotatedType type, TypeRegistry registry)
    {
        var made = new EnumType(type.GivenName ?? NamingConventions.GetTypeName(type.Type)) { RuntimeType = type.Type };
        made.Values.AddRange(type.Shown(ClrMembers.OfEnum(type.Type)).Select(member => ReadValue(member, registry)));
        return made;
    }

    private static EnumValue ReadValue(AnnotatedMember member, TypeRegistry registry)
    {
        var value = new EnumValue(member.Name, ((System.Reflection.FieldInfo)member.Member).GetValue(null)!)
        {
            Description = member.Description,
            DeprecationReason = member.Deprecation,
            AppliedDirectives = registry.Directives.On(DirectiveLocation.EnumValue, ClrTypes.Describe(member.Member), member),
        };
        registry.Subgraph?.Read(value, ClrTypes.Describe(member.Member), member);
        return value;
    }
}
