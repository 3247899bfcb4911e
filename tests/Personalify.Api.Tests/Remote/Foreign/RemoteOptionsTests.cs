using Microsoft.Extensions.Configuration;
using Personalify.Api.Remote.Foreign;

namespace Personalify.Api.Tests.Remote.Foreign;

public sealed class RemoteOptionsTests
{
    [Theory]
    [InlineData("Host", "two words", "Remote:Host is 'two words'. It must be a name or an address at which node A finds node B, such as 'postgres-stats' or '192.168.1.20'.")]
    [InlineData("Port", "0", "Remote:Port is '0'. It must be a number from 1 to 65535.")]
    [InlineData("Port", "many", "Remote:Port is 'many'. It must be a number from 1 to 65535.")]
    [InlineData("User", "reader",
        "Remote:User is set and Remote:Password is not: node A cannot sign in to node B without one. Set Remote__Password too.")]
    public void A_setting_that_cannot_be_stops_the_start_and_is_named(string name, string value, string sentence)
    {
        var configuration = new ConfigurationManager { [$"Remote:{name}"] = value };
        Assert.Equal(sentence, Assert.Throws<InvalidOperationException>(() => RemoteOptions.Read(configuration)).Message);
    }

    [Theory]
    [InlineData("postgres-stats")]
    [InlineData("postgres_stats")]
    [InlineData("192.168.1.20")]
    [InlineData("::1")]
    [InlineData("/var/run/postgresql")]
    public void A_host_may_be_a_name_an_address_or_the_folder_of_a_socket(string host) =>
        Assert.Equal(host, RemoteOptions.Read(new ConfigurationManager { ["Remote:Host"] = host }).Host);
}
