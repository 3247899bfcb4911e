using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Personalify.GraphQL.Commands;

/// <summary>Commands of an application with a GraphQL server. Hot Chocolate's names.</summary>
public static class GraphQLCommands
{
    /// <summary>Adds a command of the application beside those of the server.</summary>
    public static IServiceCollection AddCommand(this IServiceCollection services, Command command) => services.AddSingleton(command);

    /// <summary>
    /// Serves; or, when the arguments name a command, runs that and returns its exit code (<see cref="ExitCode"/>): <c>schema export</c>, <c>schema print</c>
    /// and what <see cref="AddCommand"/> has added. <c>--help</c> lists them all, behind a command it explains that one. Arguments that begin with
    /// a dash or a slash, or that set a value (<c>key=value</c>), are the host's.
    /// </summary>
    /// <example><c>return await app.RunWithGraphQLCommandsAsync(args);</c></example>
    public static async Task<int> RunWithGraphQLCommandsAsync(this IHost host, string[] args)
    {
        if (CommandTable.IsCommandLine(args)) return await RunAsync(host, args).ConfigureAwait(false);
        await host.RunAsync().ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static async Task<int> RunAsync(IHost host, string[] args)
    {
        try
        {
            return await new CommandTable(host.Services).RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
        }
        finally
        {
            if (host is IAsyncDisposable disposable) await disposable.DisposeAsync().ConfigureAwait(false);
            else host.Dispose();
        }
    }
}
