using Personalify.Testing;

namespace Personalify.DevStack.Tests;

public sealed class ServerProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_process_stops_when_it_is_asked_to()
    {
        await using var process = await StartAsync("trap 'echo tidied up; exit' INT; echo started; while :; do sleep 0.02; done");
        await process.WaitUntilReadyAsync(_ => Task.FromResult(Log().Contains("started", StringComparison.Ordinal)), TimeSpan.FromSeconds(20), default);
        await process.StopAsync();
        Assert.Contains("tidied up", Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_ends_before_it_is_ready_shows_the_end_of_its_log()
    {
        await using var process = await StartAsync("echo the disk is full; exit 3");
        var failure = await Assert.ThrowsAsync<DevStackException>(() => process.WaitUntilReadyAsync(_ => Task.FromResult(false), TimeSpan.FromSeconds(20), default));
        Assert.StartsWith("Sample ended with exit code 3 before it was ready.", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("the disk is full", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_not_ready_in_time_is_stopped()
    {
        await using var process = await StartAsync("while :; do sleep 0.02; done");
        await Assert.ThrowsAsync<DevStackException>(() => process.WaitUntilReadyAsync(_ => Task.FromResult(false), TimeSpan.Zero, default));
        Assert.True(process.Exited.IsCompleted);
    }

    [Fact]
    public async Task A_secret_on_standard_input_reaches_the_process()
    {
        var command = new ServerCommand("Sample", "cat", [], _folder["log"]) { Input = "a secret" };
        await ServerProcess.RunAsync(command);
        Assert.Equal("a secret", Log());
    }

    [Fact]
    public async Task A_command_that_fails_says_so() =>
        await Assert.ThrowsAsync<DevStackException>(() => ServerProcess.RunAsync(new ServerCommand("Sample", "false", [], _folder["log"])));

    [Fact]
    public async Task Environment_reaches_the_process_and_is_taken_from_it()
    {
        var environment = new Dictionary<string, string?> { ["GREETING"] = "hello", ["HOME"] = null };
        await ServerProcess.RunAsync(new ServerCommand("Sample", "/bin/sh", ["-c", "echo $GREETING,$HOME"], _folder["log"]) { Environment = environment });
        Assert.Equal("hello,", Log().Trim());
    }

    public void Dispose() => _folder.Dispose();

    private Task<ServerProcess> StartAsync(string script) => ServerProcess.StartAsync(new ServerCommand("Sample", "/bin/sh", ["-c", script], _folder["log"]));

    private string Log() => File.Exists(_folder["log"]) ? File.ReadAllText(_folder["log"]) : "";
}
