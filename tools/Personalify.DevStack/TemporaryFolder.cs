using System.Collections.Concurrent;
using System.Diagnostics;

namespace Personalify.DevStack;

/// <summary>A folder for servers that nobody will miss. It is gone soon after this process is, however this process ends.</summary>
public static class TemporaryFolder
{
    // The shell waits on a pipe that closes with this process. The servers may write for a moment longer, hence the attempts.
    private const string RemoveAtEndOfInput =
        """trap '' INT TERM HUP; exec >/dev/null 2>&1; cat; for attempt in 1 2 3 4 5 6 7 8 9; do rm -rf "$0" && exit; sleep 1; done""";

    // Held on to, because collecting a process closes the pipe to it, and the folder would go while servers work in it.
    private static readonly ConcurrentBag<Process> Removers = [];

    public static async Task<string> CreateAsync(string prefix)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"{prefix}{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        Removers.Add(await ProcessStarter.StartAsync(new ProcessStartInfo("/bin/sh", ["-c", RemoveAtEndOfInput, folder]) { RedirectStandardInput = true }));
        return folder;
    }
}
