using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Sync;
using Personalify.Testing;

namespace Personalify.Api.Tests.Sync;

/// <summary>A run is followed over the subscription, from what it is now to its end.</summary>
public sealed class SyncProgressTests
{
    [StoreFact]
    public async Task A_run_is_told_as_it_is_then_as_it_changes_and_ends_with_it()
    {
        var gate = new TaskCompletionSource();
        await using var home = await SyncHome.StartAsync(
            services => services.AddSingleton<ISyncPart>(new TestPart(SyncPart.SavedTracks, _ => gate.Task)));
        using var ada = await home.ConnectAsync("ada");
        await SyncHome.StartAsync(ada, "SAVED_TRACKS");
        await Eventually.IsTrueAsync(async () =>
            await home.ReadAsync<string>("SELECT status FROM sync_jobs") == "RUNNING", "the run begins");

        var statuses = new List<string>();
        using var response = await ada.Http.SendAsync(Request(), HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: {", StringComparison.Ordinal)) continue;
            var progress = JsonDocument.Parse(line[6..]).RootElement.GetProperty("data").GetProperty("syncProgressed");
            statuses.Add(progress.GetProperty("status").GetString()!);
            gate.TrySetResult();
        }

        Assert.Equal("RUNNING", statuses[0]);
        Assert.Equal("COMPLETED", statuses[^1]);
        Assert.Equal(JsonValueKind.Null,
            (await ada.QueryAsync("{ me { currentSync { runId } } }")).GetProperty("me").GetProperty("currentSync").ValueKind);
    }

    private static HttpRequestMessage Request()
    {
        var body = JsonSerializer.Serialize(new { query = "subscription { syncProgressed { runId status part fetched done { part status } } }" });
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8,
            "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        return request;
    }
}
