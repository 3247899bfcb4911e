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
        if (ContinuousIntegration.IsRunning) Assert.Equal(approved, wanted);
        else if (approved != wanted) File.WriteAllText(path, wanted);
    }
}
