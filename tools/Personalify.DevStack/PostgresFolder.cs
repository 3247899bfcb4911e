using System.Globalization;
using System.Security.Cryptography;

namespace Personalify.DevStack;

/// <summary>
/// The folder of one node: the cluster in <c>data</c> and the superuser's password in a file that only its owner can read.
/// Loopback is open to every user of the machine; the password keeps the others out.
/// </summary>
internal sealed class PostgresFolder(string folder)
{
    public const string User = "personalify";
    private const int StatusLine = 7;
    private static readonly TimeSpan OrphanLimit = TimeSpan.FromSeconds(30);

    public string Data { get; } = Path.Combine(folder, "data");

    private string PasswordFile { get; } = Path.Combine(folder, "password");

    private string StatusFile => Path.Combine(Data, "postmaster.pid");

    public string ReadPassword() => File.ReadAllText(PasswordFile).Trim();

    /// <summary>Makes the cluster unless it is there. Made under another name first, so that one under its own name is whole.</summary>
    public async Task InitializeAsync(PostgresBinaries binaries, string logFile)
    {
        if (Directory.Exists(Data)) return;
        var partial = Path.Combine(folder, "data.partial");
        if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        MakeFolder();
        await WritePasswordAsync();
        string[] arguments = ["-D", partial, "-U", User, "--pwfile", PasswordFile, "-A", "scram-sha-256", "-E", "UTF8", "--no-sync", "--no-instructions"];
        await ServerProcess.RunAsync(Command("initdb", binaries.Initdb, [.. arguments, .. binaries.LocaleArguments], logFile));
        Directory.Move(partial, Data);
    }

    public static ServerCommand Command(string name, string program, IReadOnlyList<string> arguments, string logFile) =>
        new(name, program, arguments, logFile)
        {
            RunAs = ServerUser.ToBecome,
            Environment = PostgresVariables().ToDictionary(variable => variable, _ => (string?)null).Append(new("LC_ALL", "C")).ToDictionary(),
        };

    /// <summary>Whether the server of this process id says that it takes connections. It is what pg_ctl reads.</summary>
    public async Task<bool> IsReadyAsync(int process, CancellationToken cancellation)
    {
        if (!File.Exists(StatusFile)) return false;
        var lines = await File.ReadAllLinesAsync(StatusFile, cancellation);
        return lines.Length > StatusLine && lines[0] == process.ToString(CultureInfo.InvariantCulture) && lines[StatusLine].StartsWith("ready", StringComparison.Ordinal);
    }

    /// <summary>
    /// Stops a server that an earlier run left on this folder: whoever calls holds the folder's lock, so nobody else wants it.
    /// A status file that names another program, its number having been reused, is PostgreSQL's own to recognise.
    /// </summary>
    public async Task StopOrphanAsync(CancellationToken cancellation)
    {
        if (!File.Exists(StatusFile) || !int.TryParse(File.ReadLines(StatusFile).FirstOrDefault(), out var process) || !Serves(process)) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(OrphanLimit);
        _ = Libc.Kill(process, Libc.SignalInterrupt);
        while (Serves(process)) await Task.Delay(ServerProcess.PollInterval, limit.Token);
    }

    private bool Serves(int process)
    {
        var commandLine = $"/proc/{process}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Split('\0').Contains(Data);
    }

    private void MakeFolder()
    {
        Directory.CreateDirectory(folder);
        ServerUser.ToBecome?.Own(folder);
    }

    private async Task WritePasswordAsync()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using (var writer = new StreamWriter(PasswordFile, options)) await writer.WriteLineAsync(RandomNumberGenerator.GetHexString(32, lowercase: true));
        ServerUser.ToBecome?.Own(PasswordFile);
    }

    private static IEnumerable<string> PostgresVariables() =>
        Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("PG", StringComparison.Ordinal));
}
