using System.Text;
using System.Xml.Linq;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Makes Markdown of the elements of a documentation comment.</summary>
internal static class DocumentationText
{
    /// <summary>The text, or <c>null</c> when there is none.</summary>
    public static string? Of(XElement? element)
    {
        if (element is null) return null;
        var text = new StringBuilder();
        Append(text, element.Nodes());
        var paragraphs = text.ToString().Split('\f').Select(Line).Where(line => line.Length > 0).ToList();
        return paragraphs.Count == 0 ? null : string.Join("\n\n", paragraphs);
    }

    /// <summary>How lines were broken in the source says nothing.</summary>
    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Append(StringBuilder text, IEnumerable<XNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is XText plain) text.Append(plain.Value);
            else if (node is XElement element) Append(text, element);
        }
    }

    private static void Append(StringBuilder text, XElement element)
    {
        var named = element.Attribute("name") ?? element.Attribute("langword");
        if (element.Name.LocalName is "para" or "item") Surround(text, element, '\f');
        else if (element.Name.LocalName is "c" or "code") Surround(text, element, '`');
        else if (element.Nodes().Any()) Append(text, element.Nodes());
        else if (named is not null) text.Append('`').Append(named.Value).Append('`');
        else if (element.Attribute("cref") is { } reference) text.Append('`').Append(NameIn(reference.Value)).Append('`');
        else if (element.Attribute("href") is { } address) text.Append(address.Value);
    }

    private static void Surround(StringBuilder text, XElement element, char mark)
    {
        text.Append(mark);
        Append(text, element.Nodes());
        text.Append(mark);
    }

    /// <summary>The last name of an id such as <c>M:Shop.Store.Find(System.Int32)</c>.</summary>
    private static string NameIn(string id)
    {
        var name = id.Split('(')[0];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
    }
}
