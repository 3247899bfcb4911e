using System.Globalization;
using System.Text.RegularExpressions;
using Personalify.Testing;

namespace Personalify.DevStack.Tests;

public sealed partial class DevStackProgramTests : IDisposable
{
    private readonly ProgramUnderTest _program = new();

    [StoreFact]
    public async Task A_command_finds_the_stores_and_its_exit_code_is_passed_on()
    {
        await using var program = await _program.StartAsync(ProgramUnderTest.Command("servers", "--", "/bin/sh", "-c", "env | grep PERSONALIFY_TEST_; exit 3"));
        await program.Exited;
        Assert.Contains("exit code 3", program.EndedUnexpectedly().Message, StringComparison.Ordinal);
        await NothingStaysAsync(Ports());
    }

    [StoreFact]
    public async Task Nothing_stays_when_the_program_is_killed()
    {
        await using var program = await _program.StartAsync(Servers());
        var ports = await PortsAsync(program);
        ProgramUnderTest.Kill(program);
        await NothingStaysAsync(ports);
    }

    [StoreFact]
    public async Task Nothing_stays_when_whoever_started_the_program_is_killed()
    {
        await using var parent = await _program.StartAsync(["/bin/sh", "-c", "\"$@\"; echo and on", "parent", .. Servers()]);
        var ports = await PortsAsync(parent);
        ProgramUnderTest.Kill(parent);
        await NothingStaysAsync(ports);
    }

    [StoreFact]
    public async Task A_signal_stops_the_command_and_then_the_stores()
    {
        await using var program = await _program.StartAsync(Servers());
        var ports = await PortsAsync(program);
        await program.StopAsync();
        await NothingStaysAsync(ports);
    }

    [Fact]
    public async Task An_unknown_command_prints_the_usage_and_fails()
    {
        await using var program = await _program.StartAsync(ProgramUnderTest.Command("fly"));
        await program.Exited;
        Assert.Contains("Personalify.DevStack run", _program.Log, StringComparison.Ordinal);
        Assert.Contains("exit code 2", program.EndedUnexpectedly().Message, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    // The command prints where the stores are and then waits for ever, in a process that can be told by its folder.
    // It waits for more of a file: of a folder, tail says that there is nothing to wait for, and ends.
    private string[] Servers()
    {
        var waiting = Path.Combine(_program.Folder, "waiting");
        File.WriteAllText(waiting, "");
        return ProgramUnderTest.Command("servers", "--", "/bin/sh", "-c", "env | grep PERSONALIFY_TEST_; exec tail -f \"$0\"", waiting);
    }

    private async Task<int[]> PortsAsync(ServerProcess program)
    {
        await Eventually.IsTrueAsync(() => Ports().Length == 3 || program.Exited.IsCompleted, "the stores are there");
        return Ports() is { Length: 3 } ports ? ports : throw program.EndedUnexpectedly();
    }

    private async Task NothingStaysAsync(int[] ports)
    {
        Assert.Equal(3, ports.Length);
        await Eventually.IsTrueAsync(() => ports.All(FreePort.IsFree), "the stores have gone");
        await Eventually.IsTrueAsync(() => !Directory.EnumerateDirectories(_program.Folder, "personalify-servers-*").Any(), "their folder is removed");
        await Eventually.IsTrueAsync(() => !_program.HasProcesses(), "no process is left");
    }

    private int[] Ports() => [.. Port().Matches(_program.Log).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"PERSONALIFY_TEST_\w+=(?:Host=127\.0\.0\.1;Port=|127\.0\.0\.1:)(\d+)")]
    private static partial Regex Port();
}
