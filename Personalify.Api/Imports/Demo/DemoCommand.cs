using System.Globalization;
using Personalify.Api.Data;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Imports.Demo;

/// <summary>Writes the demo listener's export, or makes the listener.</summary>
public static class DemoCommand
{
    private const int MostPlays = 5_000_000;

    public static Command Command { get; } =
        new("demo", "Makes a demo listener with three years of invented plays, or writes such an export to a file.", RunAsync)
        {
            Options =
            [
                new CommandOption("--plays", "N", "How many plays; 60000 when missing."),
                new CommandOption("--seed", "S", "The same seed gives the same plays; 1 when missing."),
                new CommandOption("--output", "FILE", "Only writes the export, a zip as Spotify mails it; needs no store."),
            ],
        };

    private static async Task<int> RunAsync(CommandRun run)
    {
        var options = new DemoOptions { Plays = Number(run, "--plays", 60_000, MostPlays), Seed = Number(run, "--seed", 1, int.MaxValue) };
        var seeder = run.Services.GetRequiredService<DemoSeeder>();
        if (run.Value("--output") is { } path)
        {
            await using var file = File.Create(path);
            seeder.WriteExport(options, file);
            return ExitCode.Done;
        }
        await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        await ImportAsync(run, seeder, options);
        return ExitCode.Done;
    }

    private static async Task ImportAsync(CommandRun run, DemoSeeder seeder, DemoOptions options)
    {
        var userId = await seeder.FindOrMakeUserAsync(run.CancellationToken);
        await using var file = run.Services.GetRequiredService<UploadFolder>().CreateIncoming();
        try
        {
            seeder.WriteExport(options, file);
            await file.FlushAsync(run.CancellationToken);
            var report = await run.Services.GetRequiredService<DirectImport>().RunAsync(userId, [file.Name], preview: false, run.CancellationToken);
            await run.Output.WriteLineAsync($"The demo listener is user {userId}: {report.Added} plays added, {report.AlreadyThere} were there already.");
        }
        finally
        {
            File.Delete(file.Name);
        }
    }

    private static int Number(CommandRun run, string option, int missing, int most)
    {
        if (run.Value(option) is not { } text) return missing;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : throw new CommandException($"'{option} {text}' must be a whole number from 1 to {most}.", ExitCode.Usage);
    }
}
