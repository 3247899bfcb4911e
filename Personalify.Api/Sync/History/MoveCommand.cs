using System.Globalization;
using Npgsql;
using Personalify.Api.Data;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Sync.History;

/// <summary>The operator's way from one store of the history to the other.</summary>
internal static class MoveCommand
{
    private const string Postgres = "postgres", Mongo = "mongo";

    public static Command Command { get; } = new(
        "sync-history move",
        "Copies the sync history from one store to the other and compares both; it can be broken off and run again. Nothing is removed.",
            RunAsync)
    {
        Options =
        [
            new CommandOption("--from", "STORE", "Where the history is: postgres or mongo; required."),
            new CommandOption("--to", "STORE", "Where it goes: mongo or postgres; required. MongoDB is that of ConnectionStrings:Mongo."),
        ],
    };

    private static async Task<int> RunAsync(CommandRun run)
    {
        var (source, target) = (ReadName(run, "--from"), ReadName(run, "--to"));
        if (source == target)
            throw new CommandException("--from and --to name the same store. Name one postgres and the other mongo.", ExitCode.Usage);
        var (from, to) = (Find(run, source), Find(run, target));
        await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        try
        {
            await to.MaintainAsync(run.CancellationToken);
            return await MoveAsync(run, from, to);
        }
        catch (SyncHistoryUnavailableException away)
        {
            throw new CommandException($"{away.Message} What was copied stays; run the command again to go on.");
        }
    }

    private static async Task<int> MoveAsync(CommandRun run, ISyncHistory from, ISyncHistory to)
    {
        var keep = run.Services.GetRequiredService<SyncHistoryOptions>().Keep;
        var oldest = keep is { } age ? run.Services.GetRequiredService<TimeProvider>().GetUtcNow() - age : DateTimeOffset.MinValue;
        var (move, sum) = (new SyncHistoryMove(from, to, oldest), MovedHistory.Nothing);
        foreach (var userId in await UsersAsync(run))
        {
            var moved = await move.MoveAsync(userId, copied => TellAsync(run, userId, copied), run.CancellationToken);
            if (moved is { Runs: > 0 } or { Documents: > 0 }) await run.Output.WriteLineAsync($"Listener {userId}: {Text(moved)}");
            sum += moved;
        }

        await run.Output.WriteLineAsync($"From {from.StoreName} to {to.StoreName}: {Text(sum)} {Outcome(sum, to)}");
        return sum.Differences == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static Task TellAsync(CommandRun run, int userId, int copied) =>
        run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Listener {userId}: {copied} runs copied so far."));

    private static string Text(MovedHistory moved) => string.Create(
        CultureInfo.InvariantCulture,
        $"{moved.Runs} runs ({moved.Copied} copied, {moved.Runs - moved.Copied} there already), "
        + $"{moved.Documents} current documents, {moved.Differences} differences.");

    private static string Outcome(MovedHistory sum, ISyncHistory to) => sum.Differences == 0
        ? $"Everything was read back from {to.StoreName} and is the same."
        : $"What differs in {to.StoreName} was written there by something else, or changed after it was copied; "
            + "nothing there was overwritten.";

    private static string ReadName(CommandRun run, string option) => run.Value(option) switch
    {
        (Postgres or Mongo) and var name => name,
        null => throw new CommandException($"{option} is missing: write {option} {Postgres} or {option} {Mongo}.", ExitCode.Usage),
        var other => throw new CommandException(
            $"'{option} {other}' is no store of the history. There are {Postgres} and {Mongo}.", ExitCode.Usage),
    };

    private static ISyncHistory Find(CommandRun run, string name) => name == Postgres
        ? run.Services.GetRequiredService<PostgresSyncHistory>()
        : run.Services.GetService<MongoSyncHistory>() ?? throw new CommandException(
            "ConnectionStrings:Mongo is not set, so it is not known where MongoDB is. Set ConnectionStrings__Mongo.", ExitCode.Usage);

    /// <summary>A listener whose account is gone has no history to move.</summary>
    private static async Task<IReadOnlyList<int>> UsersAsync(CommandRun run)
    {
        await using var command = run.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT id FROM users ORDER BY id");
        await using var reader = await command.ExecuteReaderAsync(run.CancellationToken);
        var users = new List<int>();
        while (await reader.ReadAsync(run.CancellationToken)) users.Add(reader.GetInt32(0));
        return users;
    }
}
