using System.Runtime.CompilerServices;
using Xunit;

namespace Personalify.Testing;

/// <summary>Compares a text with the file that a reviewer has approved. Locally a new text replaces the file, so that it shows in the diff; in CI it fails.</summary>
public static class ApprovedText
{
    /// <summary>Compares with a file beside the test.</summary>
    public static void Matches(string actual, string fileName, [CallerFilePath] string testFile = "") =>
        MatchesFile(actual, Path.Combine(Path.GetDirectoryName(testFile)!, fileName));

    public static void MatchesFile(string actual, string path)
    {
        var wanted = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (approved == wanted) return;
        if (ContinuousIntegration.IsRunning) Assert.Fail(Describe(path, approved.Split('\n'), wanted.Split('\n')));
        File.WriteAllText(path, wanted);
    }

    private static string Describe(string path, string[] approved, string[] wanted)
    {
        var gone = approved.Except(wanted).Select(line => $"- {line}");
        var added = wanted.Except(approved).Select(line => $"+ {line}");
        return $"""
            {Path.GetFileName(path)} is not what this run gives:
            {string.Join('\n', gone.Concat(added).DefaultIfEmpty("the same lines in another order").Take(40))}
            To accept the change, run the test once without CI=true, which writes the file, and commit it.
            """;
    }
}
