namespace Personalify.Api.Hosting.Commands;

public static class CommandModule
{
    public static IServiceCollection AddCommand(this IServiceCollection services, Command command) => services.AddSingleton(command);

    /// <summary>Serves; or, when the first argument is not an option, runs the command that it names and returns its exit code.</summary>
    public static async Task<int> RunWithCommandsAsync(this WebApplication app, string[] args)
    {
        if (CommandTable.IsCommandLine(args))
        {
            await using (app) return await new CommandTable(app.Services).RunAsync(args, Console.Out, Console.Error);
        }

        await app.RunAsync();
        return ExitCode.Done;
    }
}
