using System.Runtime.CompilerServices;

namespace Personalify.Conventions.Tests;

/// <summary>The source tree as files and lines. Found from this file's own place, so it works from any working directory.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["artifacts", "node_modules", ".git", ".personalify", "bin", "obj", "lib"];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<SourceFile> Files(string below, params string[] extensions) =>
        Walk(Path.Combine(Root, below)).Where(path => extensions.Contains(Path.GetExtension(path))).Select(SourceFile.Read);

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder)) yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder).Where(child => !Skipped.Contains(Path.GetFileName(child))))
        {
            foreach (var file in Walk(child)) yield return file;
        }
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Personalify.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}

/// <summary>A file by its path below the root, with forward slashes.</summary>
internal sealed record SourceFile(string Path, string[] Lines)
{
    public static SourceFile Read(string path) =>
        new(System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllLines(path));

    /// <summary>The lines that are code: no comments.</summary>
    public IEnumerable<(int Number, string Text)> Code =>
        Lines.Select((text, index) => (index + 1, text)).Where(line => !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal));
}
