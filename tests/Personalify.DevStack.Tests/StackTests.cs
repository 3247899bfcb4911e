using Personalify.Testing;

namespace Personalify.DevStack.Tests;

public sealed class StackTests : IDisposable
{
    private static readonly HttpClient Client = new();
    private readonly TestFolder _folder = new();
    private readonly StringWriter _output = new();

    [StoreFact]
    public async Task Stores_and_applications_start_report_their_times_and_stop()
    {
        var (api, web) = (FakeApp.Options("Api", _folder["api.log"]), FakeApp.Options("Web", _folder["web.log"]));
        int[] ports;
        await using (var stack = await StartAsync(api, web))
        {
            Assert.Equal("hello", await Client.GetStringAsync(web.Address));
            ports = [api.Address.Port, web.Address.Port, .. stack.Ports];
            Assert.All(ports, port => Assert.False(FreePort.IsFree(port)));
        }

        Assert.All(ports, port => Assert.True(FreePort.IsFree(port)));
        Assert.All(["PostgreSQL main", "PostgreSQL stats", "Redis", "Api", "Web"], name => Assert.Matches($@"{name} +\d+\.\d s", _output.ToString()));
    }

    [Fact]
    public void Keys_of_the_Web_lie_with_the_data()
    {
        using var folder = StackFolder.Take(new StackOptions(_folder["data"], 5080, 5081));
        var stack = new Stack(new StackOptions(_folder["data"], 5080, 5081), folder, new StepReport(_output));

        Assert.Equal(Path.Combine(_folder["data"], "keys-web"), stack.WebEnvironment()["DataProtection__KeysPath"]);
    }

    [StoreFact]
    public async Task An_application_that_dies_ends_the_wait_with_the_end_of_its_log()
    {
        var api = FakeApp.Options("Api", _folder["api.log"], "crash");
        await using var stack = await StartAsync(api, FakeApp.Options("Web", _folder["web.log"]));
        var wait = stack.Stack.WaitAsync(CancellationToken.None);
        await Client.GetAsync(new Uri(api.Address, "crash"));
        var failure = await Assert.ThrowsAsync<DevStackException>(() => wait);
        Assert.StartsWith("Api ended with exit code 8.", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("this is the end", failure.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_store_that_can_be_missed_ends_without_the_rest_and_an_application_does_not()
    {
        var api = FakeApp.Options("Api", _folder["api.log"], "crash");
        await using var stack = await StartAsync(api, FakeApp.Options("Web", _folder["web.log"]));
        var wait = stack.Stack.WaitAsync(CancellationToken.None);
        foreach (var process in (ServerProcess[])[stack.Stores.Redis!.Process, stack.Stores.Stats.Process])
        {
            process.Kill();
            await process.Exited;
        }

        Assert.Equal("hello", await Client.GetStringAsync(api.Address));
        await Client.GetAsync(new Uri(api.Address, "crash"));

        var failure = await Assert.ThrowsAsync<DevStackException>(() => wait);
        Assert.StartsWith("Api ended with exit code 8.", failure.Message, StringComparison.Ordinal);
        Assert.Matches("(?m)^ *Redis +ended by itself; the rest goes on without it", _output.ToString());
        Assert.Matches("(?m)^ *PostgreSQL stats +ended by itself; the rest goes on without it", _output.ToString());
    }

    [StoreFact]
    public async Task An_application_that_does_not_start_calls_the_others_off()
    {
        var (api, web) = (FakeApp.Options("Api", _folder["api.log"], "fail"), FakeApp.Options("Web", _folder["web.log"]));
        var failure = await Assert.ThrowsAsync<DevStackException>(() => StartAsync(api, web));
        Assert.EndsWith("the configuration is wrong", failure.Message, StringComparison.Ordinal);
        Assert.True(FreePort.IsFree(web.Address.Port));
    }

    [StoreFact]
    public async Task A_taken_port_is_named_with_the_way_out()
    {
        var api = FakeApp.Options("Api", _folder["api.log"]);
        await using var other = await AppProcess.StartAsync(api);
        var failure = await Assert.ThrowsAsync<DevStackException>(() => StartAsync(api, FakeApp.Options("Web", _folder["web.log"])));
        Assert.Contains($"Port {api.Address.Port} of 127.0.0.1 is taken, so Api cannot start.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("PERSONALIFY_API_PORT", failure.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task An_application_that_does_not_listen_to_signals_is_killed()
    {
        var deaf = FakeApp.Options("Web", _folder["web.log"], "deaf");
        var app = await AppProcess.StartAsync(deaf);
        await app.Process.StopAsync(TimeSpan.FromMilliseconds(200));
        Assert.True(app.Process.Exited.IsCompletedSuccessfully);
        Assert.Contains("I heard SIGINT", await File.ReadAllTextAsync(_folder["web.log"]), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _output.Dispose();
        _folder.Dispose();
    }

    private Task<RunningStack> StartAsync(AppOptions api, AppOptions web) => RunningStack.StartAsync(_folder["data"], api, web, _output);

    private sealed record RunningStack(Stack Stack, StackFolder Folder, StackStores Stores) : IAsyncDisposable
    {
        public static async Task<RunningStack> StartAsync(string data, AppOptions api, AppOptions web, TextWriter output)
        {
            var options = new StackOptions(data, web.Address.Port, api.Address.Port);
            var folder = StackFolder.Take(options);
            var stack = new Stack(options, folder, new StepReport(output));
            try
            {
                var stores = await stack.StartStoresAsync(CancellationToken.None);
                await stack.StartAppsAsync(api, web, CancellationToken.None);
                return new RunningStack(stack, folder, stores);
            }
            catch
            {
                await stack.DisposeAsync();
                folder.Dispose();
                throw;
            }
        }

        public int[] Ports => [Stores.Main.Port, Stores.Stats.Port, Stores.Redis!.Port];

        public async ValueTask DisposeAsync()
        {
            await Stack.DisposeAsync();
            Folder.Dispose();
        }
    }
}
