using Personalify.GraphQL.Commands;

namespace Personalify.Api.Data;

/// <summary>Does what every start does, and exits: for operators who migrate before they replace the running version.</summary>
public static class MigrateCommand
{
    public static Command Command { get; } =
        new("migrate", "Brings the main store to the shape that this version needs, as every start does.", RunAsync);

    private static async Task<int> RunAsync(CommandRun run)
    {
        var applied = await MigrateAsync(run);
        foreach (var migration in applied) await run.Output.WriteLineAsync($"Applied {migration.Name}.");
        if (applied.Count == 0) await run.Output.WriteLineAsync("Nothing to do: the main store has every migration.");
        return ExitCode.Done;
    }

    private static async Task<IReadOnlyList<Migration>> MigrateAsync(CommandRun run)
    {
        try
        {
            return await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        }
        catch (MigrationException refusal)
        {
            throw new CommandException(refusal.Message);
        }
    }
}
