using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Personalify.DevStack;

/// <summary>A process that was started here and is stopped by its own handle.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    internal static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);
    private const int LogLinesShown = 20;
    private readonly Process _process;
    private readonly string _logFile;
    private readonly int _stopSignal;

    private ServerProcess(ServerCommand command, Process process)
    {
        (Name, _logFile, _process) = (command.Name, command.LogFile, process);
        _stopSignal = command.StopSignal == PosixSignal.SIGTERM ? Libc.SignalTerminate : Libc.SignalInterrupt;
        Exited = process.WaitForExitAsync();
    }

    public string Name { get; }

    public int Id => _process.Id;

    /// <summary>With what the process has ended.</summary>
    internal int ExitCode => _process.ExitCode;

    /// <summary>Completes when the process has ended, for whatever reason.</summary>
    public Task Exited { get; }

    public static async Task<ServerProcess> StartAsync(ServerCommand command)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(command.LogFile)!);
        var process = await ProcessStarter.StartAsync(command.ToStartInfo());
        await process.StandardInput.WriteAsync(command.Input);
        process.StandardInput.Close();
        return new ServerProcess(command, process);
    }

    /// <summary>Runs a program to its end and fails when it fails.</summary>
    public static async Task RunAsync(ServerCommand command)
    {
        await using var process = await StartAsync(command);
        await process.Exited;
        if (process._process.ExitCode != 0) throw process.EndedUnexpectedly();
    }

    /// <summary>
    /// Waits until the condition holds. Fails with the last log lines when the process ends or the limit passes before;
    /// a process that did not become ready is stopped.
    /// </summary>
    public async Task WaitUntilReadyAsync(Func<CancellationToken, Task<bool>> isReady, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            await PollAsync(isReady, limit, cancellation);
        }
        catch
        {
            await StopAsync();
            throw;
        }
    }

    /// <summary>What happened to this process, with the end of its log.</summary>
    public DevStackException Failure(string what) =>
        new($"{Name} {what}. The end of {_logFile}:{Environment.NewLine}{string.Join(Environment.NewLine, LastLogLines())}");

    public DevStackException EndedUnexpectedly() => Failure($"ended with exit code {_process.ExitCode}");

    /// <summary>Asks the process to end, waits for it, and kills it when it does not.</summary>
    public async Task StopAsync(TimeSpan? limit = null)
    {
        if (!_process.HasExited) _ = Libc.Kill(_process.Id, _stopSignal);
        try
        {
            await Exited.WaitAsync(limit ?? StopLimit);
        }
        catch (TimeoutException)
        {
            Kill();
            await Exited;
        }
    }

    /// <summary>Ends the process at once, without a chance to tidy up.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Makes the process and its children hang: their connections stay open and nothing answers any more.</summary>
    public void Freeze() => Signal(Libc.SignalStop);

    /// <summary>Lets a frozen process go on.</summary>
    public void Thaw() => Signal(Libc.SignalContinue);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    /// <summary>The process first: one that is stopped makes no more children.</summary>
    private void Signal(int signal)
    {
        _ = Libc.Kill(_process.Id, signal);
        foreach (var child in ProcessTree.ChildrenOf(_process.Id)) _ = Libc.Kill(child, signal);
    }

    private async Task PollAsync(Func<CancellationToken, Task<bool>> isReady, TimeSpan limit, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isReady(cancellation))
        {
            if (_process.HasExited) throw Failure($"ended with exit code {_process.ExitCode} before it was ready");
            if (Stopwatch.GetElapsedTime(started) > limit) throw Failure($"was not ready after {limit.TotalSeconds:0} s");
            await Task.Delay(PollInterval, cancellation);
        }
    }

    private string[] LastLogLines() => File.Exists(_logFile) ? File.ReadLines(_logFile).TakeLast(LogLinesShown).ToArray() : [];
}
