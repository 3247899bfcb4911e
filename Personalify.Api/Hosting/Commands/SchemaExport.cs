using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Utilities;

namespace Personalify.Api.Hosting.Commands;

/// <summary>Writes the schema as SDL. Needs no store.</summary>
public static class SchemaExport
{
    public static Command Command { get; } = new("schema export", "Writes the GraphQL schema as SDL, to the terminal or a file.", RunAsync)
    {
        Options = [new CommandOption("--output", "FILE", "The file to write, replaced when it exists.")],
    };

    private static async Task<int> RunAsync(CommandRun run)
    {
        var sdl = SchemaPrinter.Print(run.Services.GetRequiredService<IRequestExecutor>().Schema);
        if (run.Value("--output") is { } file) await File.WriteAllTextAsync(file, sdl, run.CancellationToken);
        else await run.Output.WriteAsync(sdl);
        return ExitCode.Done;
    }
}
