using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Finds which properties of the parent object a member reads.</summary>
internal static class ParentRequirements
{
    private static readonly char[] Separators = [' ', ',', '\n', '\t'];

    /// <summary>The properties; <c>null</c> when it may read any.</summary>
    public static PropertyInfo[]? Of(MemberInfo member, FieldOwner owner)
    {
        if (owner.Parent is null) return [];
        if (owner.Function is not null) return null;
        if (owner.Class == owner.Parent) return member is PropertyInfo property && DataProperties.IsStored(property) ? [property] : null;
        var parents = ((member as MethodInfo)?.GetParameters() ?? []).Select(parameter => parameter.GetCustomAttribute<ParentAttribute>());
        var attributes = parents.OfType<ParentAttribute>().ToList();
        if (attributes.Exists(attribute => attribute.Requires is null)) return null;
        return [.. attributes.SelectMany(attribute => attribute.Requires!.Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Select(Find)];

        PropertyInfo Find(string name) => owner.Parent.GetProperty(name) ?? throw BuildErrors.UnknownRequirement(member, owner.Parent, name);
    }
}
