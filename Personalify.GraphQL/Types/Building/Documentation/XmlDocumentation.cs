using System.Reflection;
using System.Xml.Linq;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Reads what doc comments say of types, members and parameters, from the documentation files that the compiler writes beside assemblies. An
/// assembly without such a file is not documented.
/// </summary>
/// <param name="pathOf">The documentation file of an assembly; <c>null</c> to look where the compiler puts it: beside the assembly.</param>
internal sealed class XmlDocumentation(Func<Assembly, string?>? pathOf = null)
{
    private const string Inherit = "inheritdoc";

    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    /// <summary>The summary of a type or member and what a method says that it returns, or <c>null</c>.</summary>
    public string? Describe(MemberInfo member)
    {
        var comment = Find(member);
        if (comment is null) return member is PropertyInfo property ? Positional(property) : null;
        var (summary, returns) = (DocumentationText.Of(comment.Element("summary")), DocumentationText.Of(comment.Element("returns")));
        return returns is null ? summary : $"{summary}\n\n**Returns:**\n{returns}".TrimStart();
    }

    /// <summary>What the method's comment says of a parameter, or <c>null</c>.</summary>
    public string? Describe(ParameterInfo parameter) => parameter.Member is MethodInfo method ? Parameter(Find(method), parameter.Name) : null;

    /// <summary>A positional record documents its properties as parameters.</summary>
    private string? Positional(PropertyInfo property) =>
        ClrTypes.IsRecord(property.DeclaringType!) ? Parameter(Find(property.DeclaringType!), property.Name) : null;

    private static string? Parameter(XElement? comment, string? name) =>
        DocumentationText.Of(comment?.Elements("param").FirstOrDefault(each => each.Attribute("name")?.Value == name));

    /// <summary>The comment of a member, or the one that it inherits.</summary>
    private XElement? Find(MemberInfo member)
    {
        var comments = CommentsOf(member.Module.Assembly);
        var comment = comments.GetValueOrDefault(DocumentationIds.Of(member));
        if (comment?.Element(Inherit) is not { } inherited) return comment;
        if (inherited.Attribute("cref") is { } reference) return comments.GetValueOrDefault(reference.Value);
        return Inherited(member).Select(Find).FirstOrDefault(found => found is not null);
    }

    /// <summary>What a member overrides or implements, or a type derives from: the nearest first.</summary>
    private static IEnumerable<MemberInfo> Inherited(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType!;
        var bases = new[] { type.BaseType }.OfType<Type>().Concat(type.GetInterfaces());
        return member is Type ? bases : bases.SelectMany(each => each.GetMember(member.Name, member.MemberType, BindingFlags.Instance | BindingFlags.Public));
    }

    private Dictionary<string, XElement> CommentsOf(Assembly assembly)
    {
        if (_files.TryGetValue(assembly, out var known)) return known;
        var path = pathOf?.Invoke(assembly) ?? Path.ChangeExtension(assembly.Location, ".xml");
        return _files[assembly] = File.Exists(path) ? Read(path) : [];
    }

    private static Dictionary<string, XElement> Read(string path)
    {
        var members = XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member");
        return members.Where(member => member.Attribute("name") is not null).GroupBy(member => member.Attribute("name")!.Value).ToDictionary(group => group.Key, group => group.First());
    }
}
