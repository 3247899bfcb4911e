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
            new CommandOption("--user", "ID", "Whose history it is; required."),
            new CommandOption("--preview", null, "Looks and reports, and writes nothing."),
            new CommandOption("--json", null, "Prints the report as one JSON object."),
        ],
    };

    private static async Task<int> RunAsync(CommandRun run)
    {
        var userId = ReadUser(run);
        if (run.Operands.Count == 0) throw new CommandException("No file is given. Name the zip as Spotify mailed it: import my_spotify_data.zip --user 1", ExitCode.Usage);
        if (run.Operands.FirstOrDefault(path => !File.Exists(path)) is { } missing) throw new CommandException($"There is no file '{missing}'.");
        await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        await CheckUserAsync(run, userId);
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

    private static int ReadUser(CommandRun run)
    {
        if (run.Value("--user") is not { } text) throw new CommandException("--user ID is missing: say whose history it is.", ExitCode.Usage);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new CommandException($"'--user {text}' is not the number of a user.", ExitCode.Usage);
    }

    private static async Task CheckUserAsync(CommandRun run, int userId)
    {
        await using var command = run.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT EXISTS (SELECT FROM users WHERE id = $1)").With(userId);
        if (await command.ExecuteScalarAsync(run.CancellationToken) is not true) throw new CommandException($"There is no user {userId}.");
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
