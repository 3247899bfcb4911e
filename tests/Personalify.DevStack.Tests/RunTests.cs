using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Personalify.Testing;

namespace Personalify.DevStack.Tests;

/// <summary>What <c>make run</c> starts, whole: both PostgreSQL nodes, Redis, the demo Spotify, Api and Web.</summary>
public sealed partial class RunTests : IDisposable
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly ProgramUnderTest _program = new();
    private readonly int _webPort = FreePort.Next();
    private readonly int _apiPort = FreePort.Next();

    [PublishedFact]
    public async Task Everything_starts_serves_pages_and_stops_in_order()
    {
        await using var run = await StartAsync();
        var ports = await ReadyAsync(run);
        using var page = await Client.GetAsync($"http://127.0.0.1:{_webPort}/");
        Assert.True(page.StatusCode < HttpStatusCode.BadRequest, $"The first page answered {page.StatusCode}.");
        Assert.Contains("\"ready\"", await Client.GetStringAsync($"http://127.0.0.1:{_apiPort}/health/ready"), StringComparison.Ordinal);
        Assert.Contains("Fake Spotify", await Client.GetStringAsync($"http://127.0.0.1:{ports[^1]}/"), StringComparison.Ordinal);
        Assert.Contains("demo Spotify", await Client.GetStringAsync($"http://127.0.0.1:{_webPort}/sign-in"), StringComparison.Ordinal);
        await run.StopAsync();
        Assert.Contains("exit code 0", run.EndedUnexpectedly().Message, StringComparison.Ordinal);
        await NothingStaysAsync(ports);
    }

    [PublishedFact]
    public async Task Nothing_stays_when_it_is_killed_and_the_next_start_finds_the_data()
    {
        await using (var killed = await StartAsync())
        {
            var ports = await ReadyAsync(killed);
            ProgramUnderTest.Kill(killed);
            await NothingStaysAsync(ports);
        }

        File.Delete(_program.LogFile);
        await using var next = await StartAsync();
        await ReadyAsync(next);
        await next.StopAsync();
    }

    [PublishedFact]
    public async Task A_second_start_on_the_same_data_says_where_the_first_one_runs()
    {
        await using var first = await StartAsync();
        await ReadyAsync(first);
        await using var second = await StartAsync();
        await second.Exited;
        Assert.Contains($"Personalify runs already from {_program.Folder}/data: http://127.0.0.1:{_webPort}/ (process {first.Id}).", _program.Log, StringComparison.Ordinal);
        await first.StopAsync();
    }

    public void Dispose() => _program.Dispose();

    private Task<ServerProcess> StartAsync() => _program.StartAsync(
        ["dotnet", Path.Combine(Repository.Root, "artifacts", "publish", "Personalify.DevStack", "Personalify.DevStack.dll"), "run"],
        ("PERSONALIFY_DATA", Path.Combine(_program.Folder, "data")),
        ("PERSONALIFY_WEB_PORT", _webPort.ToString(CultureInfo.InvariantCulture)),
        ("PERSONALIFY_API_PORT", _apiPort.ToString(CultureInfo.InvariantCulture)),
        ("Demo__Enabled", "false"));

    private async Task<int[]> ReadyAsync(ServerProcess run)
    {
        await Eventually.IsTrueAsync(
            () => _program.Log.Contains("Ctrl-C", StringComparison.Ordinal) || run.Exited.IsCompleted, "everything is ready", TimeSpan.FromMinutes(2));
        Assert.False(run.Exited.IsCompleted, _program.Log);
        return [_webPort, _apiPort, .. StorePort().Matches(_program.Log).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
    }

    private async Task NothingStaysAsync(int[] ports)
    {
        Assert.Equal(6, ports.Length);
        await Eventually.IsTrueAsync(() => ports.All(FreePort.IsFree), "all ports are free again");
        await Eventually.IsTrueAsync(() => !_program.HasProcesses(), "no process is left");
    }

    [GeneratedRegex(@"^  (?:PostgreSQL main|PostgreSQL stats|Redis|Demo Spotify) +(?:http://)?127\.0\.0\.1:(\d+)", RegexOptions.Multiline)]
    private static partial Regex StorePort();
}
