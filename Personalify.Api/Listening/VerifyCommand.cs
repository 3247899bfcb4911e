using System.Globalization;
using System.Text.Json;
using Npgsql;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Listening;

/// <summary>The operator's view of <see cref="PlayMonthsVerifier"/>.</summary>
public static class VerifyCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Command { get; } =
        new("verify", "Makes every month of the rollup anew from the plays and compares; exit code 1 when any differs.", RunAsync)
        {
            Options =
            [
                new CommandOption("--user", "ID", "Only this user's months."),
                new CommandOption("--repair", null, "Writes the months that differ anew; exit code 0 when that is done."),
                new CommandOption("--json", null, "Prints one JSON object."),
            ],
        };

    private static async Task<int> RunAsync(CommandRun run)
    {
        var verifier = new PlayMonthsVerifier(run.Services.GetRequiredService<NpgsqlDataSource>());
        var user = ReadUser(run);
        var found = await verifier.VerifyAsync(user, run.CancellationToken);
        if (user is not null && found.Users == 0) throw new CommandException($"There is no user {user}.");
        var repairs = run.Has("--repair") && found.Differences.Count > 0;
        if (repairs) await RepairAsync(run, found);
        if (run.Has("--json")) await run.Output.WriteLineAsync(JsonSerializer.Serialize(found, Json));
        else await WriteAsync(run.Output, found, repairs);
        return found.Differences.Count == 0 || repairs ? ExitCode.Done : ExitCode.Failed;
    }

    private static int? ReadUser(CommandRun run)
    {
        if (run.Value("--user") is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new CommandException($"'--user {text}' is not the number of a user.", ExitCode.Usage);
    }

    private static async Task RepairAsync(CommandRun run, Verification found)
    {
        await using var connection = await run.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(run.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(run.CancellationToken);
        var months = found.Differences.Select(difference => new PlayMonth(difference.UserId, difference.Month)).ToList();
        await run.Services.GetRequiredService<PlayMonthsStore>().RebuildAsync(connection, months, run.CancellationToken);
        await transaction.CommitAsync(run.CancellationToken);
    }

    private static async Task WriteAsync(TextWriter output, Verification found, bool repaired)
    {
        foreach (var month in found.Differences)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"User {month.UserId}, {month.Month:yyyy-MM}: {month.PlaysInRollup} plays in the rollup, {month.Plays} in plays; " +
                $"different: {string.Join(", ", month.Columns)}"));
        }

        var result = found.Differences.Count == 0 ? "All equal their plays."
            : repaired ? $"{found.Differences.Count} differed and were written anew."
            : $"{found.Differences.Count} differ. Write them anew with --repair.";
        await output.WriteLineAsync($"Looked at {found.Months} months of {found.Users} users. {result}");
    }
}
