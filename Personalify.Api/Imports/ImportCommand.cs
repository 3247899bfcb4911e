using System.Globalization;
using System.Text.Json;
using Npgsql;
using Personalify.Api.Data;
using Personalify.GraphQL.Commands;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>The operator's way to import: the same pipeline as an upload, at once.</summary>
public static class ImportCommand
{
    public static Command Command { get; } = new("import", "Imports a Spotify export: the zip as it was mailed, or single JSON files from it.", RunAsync)
    {
        Operands = "FILE…",
        Options =
        [
            new CommandOption("--name", "NAME", "Whose history it is: the name with which they sign in."),
            new CommandOption("--user", "ID", "The same by the number of the user; one of both is required."),
            new CommandOption("--preview", null, "Looks and reports, and writes nothing."),
            new CommandOption("--json", null, "Prints the report as one JSON object."),
        ],
    };

    private static async Task<int> RunAsync(CommandRun run)
    {
        var (name, number) = ReadUser(run);
        if (run.Operands.Count == 0)
            throw new CommandException(
                "No file is given. Name the zip as Spotify mailed it: import my_spotify_data.zip --name NAME", ExitCode.Usage);
        if (run.Operands.FirstOrDefault(path => !File.Exists(path)) is { } missing) throw new CommandException($"There is no file '{missing}'.");
        await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        var userId = await FindUserAsync(run, name, number);
        try
        {
            var report = await run.Services.GetRequiredService<DirectImport>().RunAsync(userId, run.Operands, run.Has("--preview"), run.CancellationToken);
            await run.Output.WriteLineAsync(run.Has("--json") ? ToJson(report) : ToText(report, run.Has("--preview")));
            return ExitCode.Done;
        }
        catch (ImportRejectedException rejection)
        {
            throw new CommandException(rejection.Message);
        }
    }

    private static (string? Name, int? Number) ReadUser(CommandRun run) => (run.Value("--name"), run.Value("--user")) switch
    {
        ({ } name, null) => (name, null),
        (null, { } text) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (null, number),
        (null, { } text) => throw new CommandException($"'--user {text}' is not the number of a user.", ExitCode.Usage),
        (null, null) => throw new CommandException("--name NAME (or --user ID) is missing: say whose history it is.", ExitCode.Usage),
        _ => throw new CommandException("--name and --user both say whose history it is. Leave one of them out.", ExitCode.Usage),
    };

    private static async Task<int> FindUserAsync(CommandRun run, string? name, int? number)
    {
        await using var command = run.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("SELECT id FROM users WHERE id = $1 OR lower(name) = lower($2)").With(number ?? 0, name ?? "");
        return (int?)await command.ExecuteScalarAsync(run.CancellationToken)
            ?? throw new CommandException(name is null ? $"There is no user {number}." : $"No account has the name '{name}'.");
    }

    private static string ToJson(ImportReport report) => JsonSerializer.Serialize(
        new ImportSummary(
            report.Rows, report.Added, report.AlreadyThere, report.Dropped.ToDictionary(dropped => dropped.Reason, dropped => dropped.Count),
            report.Episodes, report.Chapters, report.PlacedOffline, report.Plays, report.MsPlayed, report.Seconds),
        ImportJson.Default.ImportSummary);

    private static string ToText(ImportReport report, bool isPreview)
    {
        var culture = CultureInfo.InvariantCulture;
        var lines = new List<string>
        {
            string.Create(culture, $"{report.Rows:N0} rows read in {report.Seconds:F1} s."),
            string.Create(culture, $"{report.Added:N0} plays {(isPreview ? "would be added" : "added")}, {report.AlreadyThere:N0} were there already; {report.Episodes:N0} of episodes, {report.Chapters:N0} of chapters."),
        };
        if (report.PlacedOffline > 0)
            lines.Add(string.Create(culture, $"{report.PlacedOffline:N0} plays without a connection stand where they were heard."));
        lines.AddRange(report.Dropped.Select(dropped => string.Create(culture, $"{dropped.Count:N0} do not count ({ImportJson.Name(dropped.Reason)}). {dropped.Example}")));
        return string.Join('\n', lines);
    }
}

/// <summary>What <c>import --json</c> prints.</summary>
internal sealed record ImportSummary(
    int Rows, int Added, int AlreadyThere, IReadOnlyDictionary<DropReason, int> Dropped, int Episodes,
    int Chapters, int PlacedOffline, int Plays, long MsPlayed, double Seconds);
