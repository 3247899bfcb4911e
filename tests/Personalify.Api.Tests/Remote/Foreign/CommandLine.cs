using Personalify.Api.Remote.Foreign;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Tests.Remote.Foreign;

/// <summary>The commands of the operator, run in this process.</summary>
internal sealed class CommandLine(RemoteHome home)
{
    public async Task<(int ExitCode, string Output)> RunAsync(string name, params string[] operands)
    {
        await using StringWriter output = new() { NewLine = "\n" }, error = new();
        var command = RemoteCommands.All.Single(command => command.Name == name);
        var exitCode = await command.RunAsync(
            new CommandRun(home.Application.Services, operands, new Dictionary<string, string>(), output, error, CancellationToken.None));
        return (exitCode, output.ToString());
    }
}
