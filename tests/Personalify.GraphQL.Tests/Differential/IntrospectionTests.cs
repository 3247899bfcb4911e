using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.Transport;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Differential;

public sealed class IntrospectionTests
{
    [NodeFact]
    public async Task What_introspection_tells_of_every_kind_of_type_is_what_the_export_says()
    {
        await using var server = await TransportServer.StartAsync(executor: new GraphQLServer(BatterySchema.Build()));

        var (exitCode, output) = await NodeScript.RunAsync("introspection.mjs", new Uri(server.Client.BaseAddress!, "/graphql").ToString());

        Assert.True(exitCode == 0, output);
        Assert.Contains("the same", output, StringComparison.Ordinal);
    }
}
