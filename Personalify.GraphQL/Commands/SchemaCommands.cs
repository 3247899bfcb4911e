using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Commands;

/// <summary>The commands of every GraphQL server. They build the schema and need no store.</summary>
internal static class SchemaCommands
{
    /// <summary>Hot Chocolate's name of the schema of an application that has one.</summary>
    private const string DefaultSchemaName = "_Default";

    private static readonly CommandOption SchemaName = new("--schema-name", "NAME", $"The schema; this application has one, {DefaultSchemaName}.");

    public static IReadOnlyList<Command> All { get; } =
    [
        new("schema export", "Writes the GraphQL schema as SDL, to the terminal or a file.", ExportAsync)
        {
            Options = [new CommandOption("--output", "FILE", "The file to write, replaced when it exists."), SchemaName],
        },
        new("schema print", "Writes the GraphQL schema as SDL to the terminal.", PrintAsync) { Options = [SchemaName] },
    ];

    /// <summary>The file is written at its end, so that a schema that cannot be built leaves the old one alone.</summary>
    private static async Task<int> ExportAsync(CommandRun run)
    {
        if (run.Value("--output") is not { } file) return await PrintAsync(run);
        await File.WriteAllTextAsync(file, SchemaPrinter.Print(SchemaOf(run)), run.CancellationToken);
        return ExitCode.Done;
    }

    private static async Task<int> PrintAsync(CommandRun run)
    {
        await run.Output.WriteAsync(SchemaPrinter.Print(SchemaOf(run)));
        return ExitCode.Done;
    }

    private static Schema SchemaOf(CommandRun run)
    {
        var name = run.Value(SchemaName.Name) ?? DefaultSchemaName;
        return name == DefaultSchemaName
            ? run.Services.GetRequiredService<IRequestExecutor>().Schema
            : throw new CommandException($"There is no schema '{name}': this application has one, {DefaultSchemaName}. Leave {SchemaName.Name} out.", ExitCode.Usage);
    }
}
