using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

/// <summary>The clients that developers use, against the running Api and its exported schema.</summary>
public sealed class ClientTests
{
    private static readonly string Conformance = Path.Combine(Repository.Root, "tests", "conformance");

    [NodeFact(needsStores: true)]
    public async Task Urql_and_Apollo_Client_ask_and_change()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();

        var (exitCode, output) = await NodeScript.RunAsync("clients/requests.mjs", $"{application.Address}graphql");

        Assert.True(exitCode == 0, output);
        Assert.Contains("urql: mutation, query", output, StringComparison.Ordinal);
        Assert.Contains("Apollo Client: query", output, StringComparison.Ordinal);
    }

    [NodeFact]
    public Task Code_generators_and_relay_compile_the_examples() => AssertCompilesAsync(
        Path.Combine(Repository.Root, "schema", "personalify.graphql"), Path.Combine(Repository.Root, "schema", "examples"));

    [NodeFact]
    public Task Code_generators_and_relay_compile_every_kind_of_type() => AssertCompilesAsync(
        Path.Combine(Conformance, "battery.graphql"), Path.Combine(Conformance, "clients", "battery"));

    private static async Task AssertCompilesAsync(string schema, string operations)
    {
        var (exitCode, output) = await NodeScript.RunAsync("clients/compile.mjs", schema, operations);

        Assert.True(exitCode == 0, output);
        Assert.Contains("tsc: ok", output, StringComparison.Ordinal);
        Assert.Contains("relay-compiler: ok", output, StringComparison.Ordinal);
    }
}
