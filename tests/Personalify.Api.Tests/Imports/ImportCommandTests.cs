using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class ImportCommandTests
{
    [StoreFact]
    public async Task It_says_with_its_exit_code_how_it_went()
    {
        await using var home = await ImportHome.CreateAsync();
        var (good, bad) = (home.Save(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"))), home.Save(GivenFile.Text("table.csv", "a,b")));

        var done = await ApiProcess.RunAsync(home, "import", good, "--user", "1", "--json");
        var failed = await ApiProcess.RunAsync(home, "import", bad, "--user", "1");
        var wrong = await ApiProcess.RunAsync(home, "import", good);
        var unknown = await ApiProcess.RunAsync(home, "import", good, "--user", "77");

        Assert.Equal((0, 1, 2, 1), (done.ExitCode, failed.ExitCode, wrong.ExitCode, unknown.ExitCode));
        Assert.Matches(
            """^\{"rows":1,"added":1,"alreadyThere":0,"dropped":\{\},"episodes":0,"chapters":0,"placedOffline":0"""
            + ""","plays":1,"msPlayed":200000,"seconds":[0-9.]+\}\s*$""",
            done.Output);
        Assert.Contains("“table.csv” is neither a zip nor a JSON file", failed.Error, StringComparison.Ordinal);
        Assert.Contains("--name NAME (or --user ID) is missing", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("There is no user 77.", unknown.Error, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_listener_is_found_by_name_whatever_its_case()
    {
        await using var home = await ImportHome.CreateAsync();
        var file = home.Save(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z")));

        var done = await ApiProcess.RunAsync(home, "import", file, "--name", "BOB");
        var unknown = await ApiProcess.RunAsync(home, "import", file, "--name", "cleo");

        Assert.Equal((0, 1), (done.ExitCode, unknown.ExitCode));
        Assert.Equal(ImportHome.Bob, await home.ReadAsync<int>("SELECT user_id FROM plays"));
        Assert.Contains("No account has the name 'cleo'.", unknown.Error, StringComparison.Ordinal);
    }

    /// <summary>A Thai calendar would write 2513 for 1970 into the report, and 2569 for 2026 before each line of the log.</summary>
    [StoreFact]
    public async Task Years_are_the_same_whatever_the_machine_speaks()
    {
        await using var home = await ImportHome.CreateAsync();
        var file = home.Save(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("1970-01-01T00:00:00Z", "Old")));

        var run = await ApiProcess.RunInAsync("th_TH.UTF-8", home, "import", file, "--user", "1");

        Assert.Contains("ended at 1970-01-01 00:00", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^25[0-9]{2}-", run.Output + run.Error);
        Assert.Matches("(?m)^20[0-9]{2}-", run.Output + run.Error);
    }

    [StoreFact]
    public async Task After_a_kill_the_same_command_again_goes_through()
    {
        await using var home = await ImportHome.CreateAsync();
        var file = home.Save(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z")));
        await home.ExecuteAsync("INSERT INTO imports (user_id, status, created_at, lease_until, attempts) VALUES (1, 'RUNNING', now(), now() - interval '1 second', 1)");

        var again = await ApiProcess.RunAsync(home, "import", file, "--user", "1");

        Assert.Equal(0, again.ExitCode);
        Assert.Equal("FAILED The command that ran this import was interrupted; nothing was written. Run it again.",
            await home.ReadAsync<string>("SELECT status || ' ' || error FROM imports WHERE id = 1"));
    }
}
