using System.Xml.Linq;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Languages;

/// <summary>What a folder says in a language other than English.</summary>
public static class ResourceFile
{
    public static IReadOnlyList<string> Folders(string language) =>
        [.. Directory.EnumerateFiles(RepositoryFiles.Path("Personalify.Web"), $"Texts.{language}.resx", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(RepositoryFiles.Path("Personalify.Web"), Path.GetDirectoryName(file)!).Replace('\\', '/'))];

    public static Dictionary<string, string> Read(string folder, string language)
    {
        var file = RepositoryFiles.Path("Personalify.Web", folder, $"Texts.{language}.resx");
        return File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value)
            : [];
    }
}
