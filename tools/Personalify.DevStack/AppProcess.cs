using System.Net;

namespace Personalify.DevStack;

/// <summary>A web application to start: its program, the address it must listen on, and the page that shows it is ready.</summary>
public sealed record AppOptions(string Name, string Program, IReadOnlyList<string> Arguments, Uri Address, string ReadyPath, string LogFile)
{
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public string WorkingDirectory { get; init; } = Repository.Root;
}

/// <summary>Api or Web as a process of its own.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(120);
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private AppProcess(AppOptions options, ServerProcess process) => (Address, Process) = (options.Address, process);

    public Uri Address { get; }

    public ServerProcess Process { get; }

    public static async Task<AppProcess> StartAsync(AppOptions options, CancellationToken cancellation = default)
    {
        var process = await ServerProcess.StartAsync(new ServerCommand(options.Name, options.Program, options.Arguments, options.LogFile)
        {
            Environment = options.Environment.Append(new("ASPNETCORE_URLS", options.Address.ToString())).ToDictionary(),
            WorkingDirectory = options.WorkingDirectory,
        });
        var page = new Uri(options.Address, options.ReadyPath);
        await process.WaitUntilReadyAsync(token => IsServedAsync(page, token), ReadyLimit, cancellation);
        return new AppProcess(options, process);
    }

    public Task StopAsync() => Process.StopAsync();

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static async Task<bool> IsServedAsync(Uri page, CancellationToken cancellation)
    {
        try
        {
            using var response = await Client.GetAsync(page, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.StatusCode < HttpStatusCode.InternalServerError;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
