using System.Text.RegularExpressions;
using Personalify.Testing;

namespace Personalify.DevStack.Tests;

/// <summary>
/// How a mongod of the system is found, started, waited for and stopped. The program of that name is a script of the test's, on a PATH of
/// its own, which starts the stand-in for MongoDB: no real mongod is asked for.
/// </summary>
public sealed class MongoServerTests : IDisposable
{
    private readonly ProgramUnderTest _program = new();

    [PublishedFact]
    public async Task A_mongod_on_the_PATH_is_started_and_named_in_the_table()
    {
        await using var run = await StartAsync(("PATH", $"{StandIn()}:{Environment.GetEnvironmentVariable("PATH")}"));
        var log = await ReadyAsync(run);
        var port = System.Text.RegularExpressions.Regex.Match(log, @"^  MongoDB +127\.0\.0\.1:(\d+)", System.Text.RegularExpressions.RegexOptions.Multiline).Groups[1].Value;
        Assert.Contains($"--dbpath {_program.Folder}/data/mongo --port {port} --bind_ip 127.0.0.1", await File.ReadAllTextAsync($"{_program.Folder}/data/logs/mongo.log"), StringComparison.Ordinal);
        await run.StopAsync();
        Assert.True(FreePort.IsFree(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [PublishedFact]
    public async Task Where_it_or_the_demo_Spotify_ends_the_rest_goes_on_and_says_so()
    {
        await using var run = await StartAsync(("PATH", $"{StandIn()}:{Environment.GetEnvironmentVariable("PATH")}"));
        var log = await ReadyAsync(run);
        foreach (var (name, address, program) in (ValueTuple<string, string, string>[])
        [
            ("MongoDB", "", "mongolite.mjs"), ("Demo Spotify", "http://", "Personalify.FakeSpotify"),
        ])
        {
            var port = Regex.Match(log, $@"^  {name} +{address}127\.0\.0\.1:(\d+)", RegexOptions.Multiline).Groups[1].Value;
            ProgramUnderTest.Kill(program, port);
            await Eventually.IsTrueAsync(
                () => Regex.IsMatch(_program.Log, $"(?m)^ *{name} +ended by itself; the rest goes on without it") || run.Exited.IsCompleted,
                $"the end of {name} is told");
            Assert.False(run.Exited.IsCompleted, _program.Log);
        }

        var web = Regex.Match(log, @"^  Web +(http\S+)", RegexOptions.Multiline).Groups[1].Value;
        using var browser = new HttpClient();
        Assert.Contains("Personalify", await browser.GetStringAsync($"{web}sign-in"), StringComparison.Ordinal);
        await run.StopAsync();
    }

    [PublishedFact]
    public async Task One_that_the_environment_names_goes_before_it_and_is_not_repeated()
    {
        await using var run = await StartAsync(
            ("PATH", $"{StandIn()}:{Environment.GetEnvironmentVariable("PATH")}"), ("ConnectionStrings__Mongo", "mongodb://name:secret-word@127.0.0.1:1/x"));
        var log = await ReadyAsync(run);
        Assert.Matches("(?m)^  MongoDB +the one of ConnectionStrings__Mongo$", log);
        Assert.DoesNotContain("secret-word", log, StringComparison.Ordinal);
        await run.StopAsync();
    }

    public void Dispose() => _program.Dispose();

    private string StandIn()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_program.Folder, "bin")).FullName;
        var script = Path.Combine(folder, "mongod");
        File.WriteAllText(script, $"#!/bin/sh\necho \"$0 $*\"\necho 'Waiting for connections'\nexec node {MongoLite.Folder}/mongolite.mjs \"$4\"\n");
        File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        return folder;
    }

    private Task<ServerProcess> StartAsync(params (string Name, string Value)[] environment) => _program.StartAsync(
        ["dotnet", Path.Combine(Repository.Root, "artifacts", "publish", "Personalify.DevStack", "Personalify.DevStack.dll"), "run"],
        [
            .. environment, ("PERSONALIFY_DATA", Path.Combine(_program.Folder, "data")), ("PERSONALIFY_WEB_PORT", $"{FreePort.Next()}"),
            ("PERSONALIFY_API_PORT", $"{FreePort.Next()}"), ("Demo__Enabled", "false"),
        ]);

    private async Task<string> ReadyAsync(ServerProcess run)
    {
        await Eventually.IsTrueAsync(
            () => _program.Log.Contains("Ctrl-C", StringComparison.Ordinal) || run.Exited.IsCompleted, "everything is ready",
                TimeSpan.FromMinutes(2));
        Assert.False(run.Exited.IsCompleted, _program.Log);
        return _program.Log;
    }
}
