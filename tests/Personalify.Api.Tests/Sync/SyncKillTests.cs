using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Sync;

/// <summary>kill -9 of a process in the middle of a run, as it really is.</summary>
public sealed class SyncKillTests : IDisposable
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("personalify-keys-");

    public void Dispose() => _keys.Delete(recursive: true);

    [StoreFact]
    public async Task A_killed_process_leaves_an_interrupted_run_and_another_process_completes_it()
    {
        await using var home = await SyncHome.StartAsync(
            services => services.AddSingleton(TimeProvider.System), ("Sync:Concurrency", "0"), ("DataProtection:KeysPath", _keys.FullName));
        using var ada = await home.ConnectAsync("ada");
        home.Spotify.Faults.Next("/v1/me/top/*", Fault.Hanging(), int.MaxValue);
        await SyncHome.StartAsync(ada, "TOP_LISTS");

        await WhileServingAsync(home, () => Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>("SELECT count(*) FROM sync_jobs WHERE status = 'RUNNING' AND part = 'TopLists'") == 1,
            "the process is at work", TimeSpan.FromMinutes(1)));
        home.Spotify.Faults.Clear();
        await WhileServingAsync(home, () => Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>("SELECT count(*) FROM sync_jobs WHERE outcome = 'COMPLETED'") == 1,
            "the next run ends", TimeSpan.FromMinutes(1)));

        Assert.Equal(
            "INTERRUPTED COMPLETED", await home.ReadAsync<string>("SELECT string_agg(outcome, ' ' ORDER BY id) FROM sync_jobs"));
        Assert.Equal(3, await home.ReadAsync<long>("SELECT count(*) FROM user_tops"));
    }

    /// <summary>A server that is killed when the wait is over.</summary>
    private async Task WhileServingAsync(SyncHome home, Func<Task> wait)
    {
        using var server = Process.Start(Start(home))!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        try
        {
            await wait();
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private ProcessStartInfo Start(SyncHome home)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardOutput = true,
            RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ConnectionStrings__Main"] = home.Application.ConnectionString,
            ["Imports__DataPath"] = home.Application.Files,
            ["DataProtection__KeysPath"] = _keys.FullName,
            ["Spotify__ClientId"] = home.Spotify.Options.ClientId,
            ["Spotify__AccountsUrl"] = home.Spotify.Url.ToString(),
            ["Spotify__ApiUrl"] = home.Spotify.ApiUrl.ToString(),
            ["Sync__Schedule"] = "false",
            ["Sync__Lease"] = "00:00:02",
            ["Sync__PollInterval"] = "00:00:00.1",
            ["Demo__Enabled"] = "false",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        })
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
