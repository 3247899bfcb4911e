using System.Diagnostics;

namespace Personalify.Api.Tests.Imports;

/// <summary>The Api as a process of its own, on a test's database: as a command that ends, or as a server that is killed.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ApiProcess(ImportHome home, string[] arguments, string? locale = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Main"] = home.ConnectionString;
        start.Environment["Imports__DataPath"] = home.Folder;
        start.Environment["Imports__Lease"] = "00:00:01";
        start.Environment["Imports__PollInterval"] = "00:00:00.1";
        start.Environment["Demo__Enabled"] = "false";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        if (locale is not null) start.Environment["LC_ALL"] = locale;
        _process = Process.Start(start)!;
    }

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(ImportHome home, params string[] arguments) =>
        RunInAsync(locale: null, home, arguments);

    /// <summary>The same on a machine that speaks another language.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunInAsync(string? locale, ImportHome home, params string[] arguments)
    {
        await using var api = new ApiProcess(home, arguments, locale);
        var (output, error) = (api._process.StandardOutput.ReadToEndAsync(), api._process.StandardError.ReadToEndAsync());
        await api._process.WaitForExitAsync();
        return (api._process.ExitCode, await output, await error);
    }

    public static ApiProcess Serve(ImportHome home)
    {
        var api = new ApiProcess(home, []);
        // Nobody reads what it says, and a full pipe would stop it.
        api._process.OutputDataReceived += (_, _) => { };
        api._process.ErrorDataReceived += (_, _) => { };
        api._process.BeginOutputReadLine();
        api._process.BeginErrorReadLine();
        return api;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }
}
