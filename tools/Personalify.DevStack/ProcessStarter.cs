using System.Collections.Concurrent;
using System.Diagnostics;

namespace Personalify.DevStack;

/// <summary>
/// Starts all processes from one thread that lives as long as this process. Linux sends a parent-death signal when the
/// <em>thread</em> that started the child ends, and a thread of the pool may end at any time. See prctl(2), PR_SET_PDEATHSIG.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Action> Requests = [];

    static ProcessStarter() => new Thread(Run) { IsBackground = true, Name = "Process starter" }.Start();

    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Requests.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    private static void Run()
    {
        foreach (var request in Requests.GetConsumingEnumerable()) request();
    }
}
