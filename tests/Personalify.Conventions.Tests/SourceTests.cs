using System.Text.RegularExpressions;

namespace Personalify.Conventions.Tests;

public sealed partial class SourceTests
{
    private static readonly string[] Products =
        ["Personalify.Domain", "Personalify.GraphQL", "Personalify.Api", "Personalify.Web", "tools"];

    /// <summary>
    /// Waiting for a condition means looking again and again, and a process that is killed at a random moment is not waited for.
    /// </summary>
    private static readonly string[] MaySleep =
        ["tests/Personalify.Testing/Eventually.cs:", "tests/Personalify.Api.Tests/Imports/KillTests.cs:"];

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var long_ = CSharp([.. Products, "tests", "bench"]).Where(file => file.Lines.Length > 400).Select(file => $"{file.Path}: {file.Lines.Length}");
        Assert.Empty(long_);
    }

    [Fact]
    public void A_program_is_shorter_than_40_lines()
    {
        var programs = CSharp(["Personalify.Api", "Personalify.Web"]).Where(file => file.Path.EndsWith("/Program.cs", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, programs.Count);
        Assert.All(programs, program => Assert.True(program.Lines.Length < 40, $"{program.Path}: {program.Lines.Length} lines"));
    }

    [Fact]
    public void Nothing_is_left_to_do() => AssertNowhere([.. Products, "tests", "bench"], LeftToDo());

    [Fact]
    public void The_clock_is_read_through_TimeProvider_only() => AssertNowhere(["Personalify.Domain", "Personalify.Api", "Personalify.Web"], Clock());

    [Fact]
    public void Tests_wait_for_conditions_and_never_sleep()
    {
        var hits = Hits(["tests"], Sleep()).Where(hit => !MaySleep.Any(place => hit.StartsWith(place, StringComparison.Ordinal)));
        Assert.Empty(hits);
    }

    [Theory]
    [InlineData("await Task.Delay(100);", true)]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1));", true)]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);", true)]
    [InlineData("await Task.Delay(pause);", true)]
    [InlineData("Thread.Sleep(1);", true)]
    [InlineData("await Task.Delay(Timeout.Infinite, ended);", false)]
    [InlineData("var delay = Task.Delay(TimeSpan.FromHours(1), _clock);", false)]
    public void A_sleep_is_seen_in_any_of_its_forms(string code, bool isSleep) => Assert.Equal(isSleep, Sleep().IsMatch(code));

    [Fact]
    public void Nothing_is_written_to_the_console_but_by_commands()
    {
        var hits = Hits(["Personalify.Domain", "Personalify.GraphQL", "Personalify.Web"], ConsoleUse())
            .Where(hit => !hit.Contains("Command", StringComparison.Ordinal));
        Assert.Empty(hits);
    }

    [Fact]
    public void No_file_names_a_place_on_a_machine()
    {
        string[] extensions = [".cs", ".cshtml", ".md", ".json", ".yml", ".sql", ".js", ".mjs", ".css", ".csproj", ".props", ".graphql", ".sh"];
        var hits = Repository.Files("", extensions).Where(file => !file.Path.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .SelectMany(file => Matches(file, MachinePath(), file.Lines.Select((text, index) => (index + 1, text))));
        Assert.Empty(hits);
    }

    private static void AssertNowhere(string[] folders, Regex pattern) => Assert.Empty(Hits(folders, pattern));

    private static IEnumerable<string> Hits(string[] folders, Regex pattern) =>
        CSharp(folders).Where(file => !file.Path.Contains("Conventions", StringComparison.Ordinal)).SelectMany(file => Matches(file, pattern, file.Code));

    private static IEnumerable<string> Matches(SourceFile file, Regex pattern, IEnumerable<(int Number, string Text)> lines) =>
        lines.Where(line => pattern.IsMatch(line.Text)).Select(line => $"{file.Path}:{line.Number}: {line.Text.Trim()}");

    private static IEnumerable<SourceFile> CSharp(string[] folders) => folders.SelectMany(folder => Repository.Files(folder, ".cs"));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex LeftToDo();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex Clock();

    /// <summary>A delay that only its cancellation ends is no sleep, and neither is one on a clock that the test moves.</summary>
    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\((?!Timeout\.Infinite\b|[^;]*,\s*_clock\))")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bConsole\.(Write|Error|Out)")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"(?<![\w.])/(work|root|home/\w+|tmp/w)/|nuget\.org|npmjs\.org")]
    private static partial Regex MachinePath();
}
