using Microsoft.AspNetCore.StaticFiles;

namespace Personalify.GraphQL.Transport;

/// <summary>One file of the browser IDE, named relative to the IDE's folder, with slashes.</summary>
internal sealed record IdeFile(string Name, string Path, string ContentType, DateTimeOffset LastModified)
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>The files that a browser may ask for; none when the folder does not exist.</summary>
    public static IEnumerable<IdeFile> List(string directory) =>
        from file in new DirectoryInfo(directory) is { Exists: true } root ? root.EnumerateFiles("*", SearchOption.AllDirectories) : []
        let name = System.IO.Path.GetRelativePath(directory, file.FullName).Replace('\\', '/')
        where IsForBrowsers(name)
        select new IdeFile(name, file.FullName, ContentTypeOf(name), file.LastWriteTimeUtc);

    /// <summary>Names below <c>static/</c> carry the hash of their content; the others must be asked for each time.</summary>
    public static string CacheControl(string name) =>
        name.StartsWith("static/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    /// <summary>
    /// The service worker is left out: it takes the page over while somebody writes their first query, and the page then loads itself again and forgets
    /// it. It would keep the IDE for offline use, which one that asks this server has none for, and show the old one after an update.
    /// </summary>
    private static bool IsForBrowsers(string name) =>
        name is not ("package.json" or "service-worker.js") && !name.StartsWith("index.", StringComparison.Ordinal) && !name.StartsWith("README", StringComparison.Ordinal)
        || name == "index.html";

    private static string ContentTypeOf(string name)
    {
        if (ContentTypes.TryGetContentType(name, out var type)) return type;
        return "text/plain; charset=utf-8"; // LICENSE and its like.
    }
}
