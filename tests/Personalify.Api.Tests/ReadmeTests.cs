using System.Diagnostics;
using System.Text.RegularExpressions;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests;

/// <summary>
/// What the READMEs tell a newcomer to type, run as it stands on a server as it is after the first start: the demo account is there, then
/// the newcomer's, by the name and password of the examples. Only the port is another one.
/// </summary>
public sealed partial class ReadmeTests
{
    [StoreFact]
    public async Task Every_example_of_the_READMEs_runs_as_it_stands()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();
        await application.AddDemoAsync();
        using var stranger = application.Connect();
        Assert.Equal(
            "me", (await stranger.SignUpAsync("me", "a long password")).User().GetProperty("name").GetString());
        var script = string.Join('\n', [.. ScriptsOf("README.md"), .. ScriptsOf("schema", "README.md")]);

        var (exitCode, output) = await RunAsync(application, script);

        Assert.True(exitCode == 0, output);
        Assert.DoesNotMatch("\"errors\":\\s*\\[", output);
        Assert.Matches("\"name\":\\s*\"me\"", output);
        Assert.Contains("\"added\":1,", output, StringComparison.Ordinal);
        Assert.Contains("All equal their plays.", output, StringComparison.Ordinal);
        Assert.Contains("COMPLETED", output, StringComparison.Ordinal);
        Assert.True(new FileInfo(Path.Combine(application.Files, "personalify.zip")).Length > 500, output);
    }

    [StoreFact]
    public async Task The_READMEs_query_runs_as_it_stands()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var me = await application.ConnectAsAsync("me");
        var queries = Blocks("graphql", "README.md");

        Assert.NotEmpty(queries);
        foreach (var query in queries) await me.QueryAsync(query);
    }

    [Fact]
    public void The_README_fits_two_screens() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "README.md")).Count(), 20, 90);

    private static async Task<(int ExitCode, string Output)> RunAsync(PersonalifyApplication application, string script)
    {
        await File.WriteAllBytesAsync(
            Path.Combine(application.Files, "my_spotify_data.zip"),
            GivenFile.Zip("z", GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"))).Content);
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail"])
        {
            WorkingDirectory = application.Files, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Main"] = application.ConnectionString;
        start.Environment["Imports__DataPath"] = application.Files;
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync($"Api() {{ dotnet '{typeof(Program).Assembly.Location}' \"$@\" 2>/dev/null; }}\n"
            + script.Replace("127.0.0.1:5081", application.Address.Authority, StringComparison.Ordinal));
        bash.StandardInput.Close();
        var (output, error) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token);
        return (bash.ExitCode, await output + await error);
    }

    private static IReadOnlyList<string> ScriptsOf(params string[] path)
    {
        var scripts = Blocks("bash", path);
        Assert.NotEmpty(scripts);
        return scripts;
    }

    private static IReadOnlyList<string> Blocks(string language, params string[] path) =>
        [.. Block().Matches(File.ReadAllText(Path.Combine([Repository.Root, .. path])))
            .Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
