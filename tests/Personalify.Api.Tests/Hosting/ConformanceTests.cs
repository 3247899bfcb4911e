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

    [NodeFact(needsStores: true)]
    public async Task What_introspection_tells_is_what_the_export_says()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();

        var (exitCode, output) = await NodeScript.RunAsync("introspection.mjs", $"{application.Address}graphql");

        Assert.True(exitCode == 0, output);
        Assert.Contains("the same", output, StringComparison.Ordinal);
    }
}
