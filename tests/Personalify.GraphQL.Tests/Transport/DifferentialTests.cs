using Personalify.GraphQL.Execution;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Transport;

public sealed class DifferentialTests
{
    [NodeFact]
    public async Task The_battery_is_answered_as_graphql_js_answers_it()
    {
        await using var server = await TransportServer.StartAsync(executor: new GraphQLServer(BatterySchema.Build(), AsGraphQLJs()));

        var (exitCode, output) = await NodeScript.RunAsync("differential.mjs", new Uri(server.Client.BaseAddress!, "/graphql").ToString());

        Assert.True(exitCode == 0, output);
        Assert.Contains("different: 0", output, StringComparison.Ordinal);
    }

    /// <summary>Our limits are tighter than those of graphql-js; they are not what is compared.</summary>
    private static RequestExecutorOptions AsGraphQLJs()
    {
        var options = new RequestExecutorOptions { MaxExecutionDepth = null, MaxAllowedFieldCycleDepth = null };
        (options.Validation.MaxAllowedErrors, options.Validation.MaxLocationsPerError) = (100, 50);
        return options;
    }
}
