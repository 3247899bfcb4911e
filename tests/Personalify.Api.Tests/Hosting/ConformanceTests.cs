using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

public sealed class ConformanceTests
{
    [NodeFact(needsStores: true)]
    public async Task The_Api_passes_all_61_audits_of_GraphQL_over_HTTP()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();

        var (exitCode, output) = await NodeScript.RunAsync("audit.mjs", $"{application.Address}graphql");

        Assert.True(exitCode == 0, output);
        Assert.Contains("61 audits: { 'SHOULD ok': 23, 'MUST ok': 13, 'MAY ok': 25 }", output, StringComparison.Ordinal);
    }
}
