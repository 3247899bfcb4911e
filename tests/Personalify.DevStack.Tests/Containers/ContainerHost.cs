using System.Runtime.InteropServices;
using Personalify.Testing;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>
/// Runs services of the compose file as plain processes: command and environment of image and service as they stand, with the places of a
/// container replaced by those of this machine. A service's name becomes 127.0.0.1 with a free port, its volumes become folders. Only
/// the volumes and a temporary folder belong to the user that it runs as, so a write elsewhere fails as it would in the container.
/// </summary>
internal sealed class ContainerHost(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan HealthyLimit = TimeSpan.FromMinutes(2);
    private readonly Dictionary<(string Service, int Port), int> _ports = [];
    private readonly List<ServerProcess> _started = [];

    /// <summary>The port of this machine that stands for one of a container.</summary>
    public int PortOf(string service, int port) =>
        _ports.TryGetValue((service, port), out var known) ? known : _ports[(service, port)] = FreePort.Next();

    /// <summary>The folder that stands for a place in a container that it may write.</summary>
    public string VolumeOf(string service, string path)
    {
        var volume = Path.Join(folder, service, path);
        if (Directory.Exists(volume)) return volume;
        Directory.CreateDirectory(volume);
        ServerUser.ToBecome?.Own(volume);
        return volume;
    }

    /// <summary>The environment of a container: of this process's only the PATH, before which a folder of programs may come.</summary>
    public Dictionary<string, string> EnvironmentOf(
        ComposeService service, IReadOnlyDictionary<string, string> ofImage, string? programs = null) => ofImage.Concat(service.Environment)
        .Select(pair => KeyValuePair.Create(pair.Key, Localize(service, pair.Value)))
        .Prepend(new("PATH", $"{programs}:{Environment.GetEnvironmentVariable("PATH")}".TrimStart(':')))
        .Append(new("HOME", "/nonexistent")).Append(new("TMPDIR", VolumeOf(service.Name, "/tmp")))
        .DistinctBy(pair => pair.Key).ToDictionary();

    public async Task<ServerProcess> StartAsync(
        ComposeService service, IReadOnlyList<string> command, Dictionary<string, string> environment, string workingDirectory = "/")
    {
        var process = await ServerProcess.StartAsync(new ServerCommand(
            service.Name, "env", ["-i", .. environment.Select(pair => $"{pair.Key}={pair.Value}"), .. command], LogOf(service.Name))
        {
            RunAs = ServerUser.ToBecome,
            StopSignal = PosixSignal.SIGTERM, // As an engine asks.
            WorkingDirectory = workingDirectory,
        });
        _started.Add(process);
        return process;
    }

    /// <summary>Asks the service's health check, as it stands, until it is well.</summary>
    public async Task<string> UntilHealthyAsync(
        ComposeService service, ServerProcess process, Dictionary<string, string> environment, Func<string, string>? localize = null)
    {
        var words = service.HealthCheck.Skip(1).Select(word => Localize(service, localize?.Invoke(word) ?? word)).ToList();
        if (service.HealthCheck[0] == "CMD-SHELL") words = ["sh", "-c", .. words];
        var last = new ProgramResult(-1, "");
        await Eventually.IsTrueAsync(
            async () =>
            {
                last = await ProgramRun.OfAsync("env", words, environment);
                if (process.Exited.IsCompleted) throw process.EndedUnexpectedly();
                return last.ExitCode == 0;
            },
            $"{service.Name} is healthy", HealthyLimit);
        return last.Output;
    }

    /// <summary>A text of the compose file with this machine's places in it.</summary>
    public string Localize(ComposeService service, string text)
    {
        text = text.Replace("Host=postgres-main;", $"Host=127.0.0.1;Port={PortOf("postgres-main", 5432)};", StringComparison.Ordinal)
            .Replace("Host=postgres-stats;", $"Host=127.0.0.1;Port={PortOf("postgres-stats", 5432)};", StringComparison.Ordinal)
            .Replace("redis:6379", $"127.0.0.1:{PortOf("redis", 6379)}", StringComparison.Ordinal)
            .Replace("@mongo:27017", $"@127.0.0.1:{PortOf("mongo", 27017)}", StringComparison.Ordinal)
            .Replace("api:8080", $"127.0.0.1:{PortOf("api", 8080)}", StringComparison.Ordinal)
            .Replace("web:8080", $"127.0.0.1:{PortOf("web", 8080)}", StringComparison.Ordinal);
        int[] own = [8080, 8081, 8443];
        text = own.Aggregate(text, (result, port) => result == $"{port}" ? $"{PortOf(service.Name, port)}"
            : result.Replace($"127.0.0.1:{port}/", $"127.0.0.1:{PortOf(service.Name, port)}/", StringComparison.Ordinal));
        var volume = service.Mounts.Select(mount => mount[1])
            .FirstOrDefault(place => text == place || text.StartsWith($"{place}/", StringComparison.Ordinal));
        return volume is null ? text : VolumeOf(service.Name, volume) + text[volume.Length..];
    }

    /// <summary>Asks a service to end as an engine does, and returns its exit code.</summary>
    public async Task<int> StopAsync(string service)
    {
        var process = _started.Single(started => started.Name == service);
        await process.StopAsync();
        return process.ExitCode;
    }

    public string LogOf(string service) => Path.Combine(folder, $"{service}.log");

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_started)) await process.DisposeAsync();
    }
}
