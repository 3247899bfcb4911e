using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>Clients and rules that others wrote, against streams of ours.</summary>
public sealed class StreamConformanceTests : IAsyncLifetime
{
    private readonly StreamSchema _schema = new();
    private TransportServer _server = null!;

    public async Task InitializeAsync() =>
        _server = await TransportServer.StartAsync(options => options.Sockets.ConnectionInitializationTimeout = TimeSpan.FromSeconds(3), executor: _schema.Executor);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [NodeFact]
    public Task Every_rule_of_graphql_transport_ws_is_kept() => PassesAsync(
        "websocket-violations.mjs",
        "41 rules kept, 0 broken",
        Address("ws"),
        "--endless", "subscription { endless }", "--finite", "subscription { count(to: 3) }", "--init-timeout", "3");

    [NodeFact]
    public Task The_client_of_npm_graphql_ws_is_served() => PassesAsync("graphql-ws-client.mjs", "8 kept, 0 broken", Address("ws"));

    [NodeFact]
    public Task The_client_of_npm_graphql_sse_is_served() => PassesAsync("graphql-sse-client.mjs", "8 kept, 0 broken", Address("http"));

    private string Address(string scheme) => new UriBuilder(_server.Client.BaseAddress!) { Scheme = scheme, Path = "/graphql" }.Uri.ToString();

    private async Task PassesAsync(string script, string summary, params string[] arguments)
    {
        var (exitCode, output) = await NodeScript.RunAsync(script, arguments);

        Assert.True(exitCode == 0, output);
        Assert.Contains(summary, output, StringComparison.Ordinal);
        Assert.DoesNotContain("an error message is better", output, StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => _schema.Endless == 0, "every stream has ended");
    }
}
