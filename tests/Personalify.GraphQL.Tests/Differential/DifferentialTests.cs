using Personalify.Testing;
using Xunit.Abstractions;

namespace Personalify.GraphQL.Tests.Differential;

/// <summary>Our engine and graphql-js are asked the same; they must say the same.</summary>
public sealed class DifferentialTests(ITestOutputHelper log)
{
    [NodeFact]
    public Task The_written_battery_is_answered_as_graphql_js_answers_it() => AssertSameAsync("battery");

    /// <summary>Another seed, and so other documents: <c>PERSONALIFY_SEED=7</c>; more of them: <c>PERSONALIFY_DOCUMENTS=100000</c>.</summary>
    [NodeFact]
    public Task Five_thousand_generated_documents_are_answered_as_graphql_js_answers_them() =>
        AssertSameAsync("generated", "--seed", Setting("PERSONALIFY_SEED", "1"), "--count", Setting("PERSONALIFY_DOCUMENTS", "5000"));

    [NodeFact]
    public async Task Answers_in_parts_are_put_together_to_what_graphql_js_answers()
    {
        await using var server = await DifferentialServer.StartAsync();

        var (exitCode, output) = await NodeScript.RunAsync(
            "incremental.mjs", server.IncrementalAddress, "--seed", Setting("PERSONALIFY_SEED", "1"), "--count", Setting("PERSONALIFY_DOCUMENTS", "2000"));

        log.WriteLine(output);
        Assert.True(exitCode == 0, output);
    }

    private async Task AssertSameAsync(params string[] arguments)
    {
        await using var server = await DifferentialServer.StartAsync();

        var (exitCode, output) = await NodeScript.RunAsync("differential.mjs", [server.Address, .. arguments]);

        log.WriteLine(output);
        Assert.True(exitCode == 0, output);
        Assert.Contains("different: 0", output, StringComparison.Ordinal);
    }

    private static string Setting(string name, string otherwise) => Environment.GetEnvironmentVariable(name) ?? otherwise;
}
