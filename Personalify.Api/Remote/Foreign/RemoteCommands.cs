using System.Globalization;
using Personalify.Api.Data;
using Personalify.Api.Remote.NodeB;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Remote.Foreign;

/// <summary>The operator's way to say which tables of node B are read on node A.</summary>
internal static class RemoteCommands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        new("remote import",
            "Imports tables of node B's schema public into node A's schema remote, and lets the reader read them; those that changed are imported anew.",
            run => WithNodeBAsync(run, ImportAsync))
        {
            Operands = "[TABLE…]",
        },
        new("remote list", "Lists the foreign tables with their columns, and says which differ from node B.", run =>
            WithNodeBAsync(run, ListAsync)),
        new("remote drop", "Removes a foreign table, and lets the reader read it no longer; node B keeps the table.", run =>
            WithNodeBAsync(run, DropAsync))
        {
            Operands = "TABLE",
        },
    ];

    private static async Task<int> ImportAsync(CommandRun run, ForeignSetup setup)
    {
        string[] wanted = [.. run.Operands];
        if (wanted.FirstOrDefault(RemoteSchema.Own.Except.Contains) is { } copy)
            throw new CommandException($"'{copy}' is not imported: it is a copy of what node A has itself, or belongs to this program.",
                ExitCode.Usage);
        foreach (var table in await setup.ImportAsync(wanted, run.CancellationToken))
            await run.Output.WriteLineAsync($"{table.Schema}.{table.Name}: imported, {Count(table)}");
        var present = await setup.ListAsync(run.CancellationToken);
        var missing = wanted.Where(name => present.All(table => table.Local.Name != name)).ToList();
        if (missing.Count > 0)
            throw new CommandException($"Node B has no table or view of this name in its schema public: {string.Join(", ", missing)}.");
        await run.Output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{present.Count} tables of node B are read on node A."));
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(CommandRun run, ForeignSetup setup)
    {
        if (run.Operands is [var operand, ..]) throw new CommandException($"'{operand}' is one argument too many.", ExitCode.Usage);
        foreach (var (local, remote) in await setup.ListAsync(run.CancellationToken))
        {
            await run.Output.WriteLineAsync($"{local.Name}: {Count(local)}{Remark(local, remote)}");
            foreach (var column in local.Columns) await run.Output.WriteLineAsync($"    {Column(column)}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> DropAsync(CommandRun run, ForeignSetup setup)
    {
        if (run.Operands is not [var table])
            throw new CommandException("Name one table: remote drop TABLE. The command remote list says which there are.", ExitCode.Usage);
        if (!await setup.DropAsync(table, run.CancellationToken))
            throw new CommandException($"There is no foreign table '{table}'. The command remote list says which there are.");
        await run.Output.WriteLineAsync($"{table}: no longer read on node A; node B keeps it.");
        return ExitCode.Done;
    }

    private static async Task<int> WithNodeBAsync(CommandRun run, Func<CommandRun, ForeignSetup, Task<int>> command)
    {
        var setup = run.Services.GetService<ForeignSetup>() ?? throw new CommandException(
            "ConnectionStrings:Stats is not set, so it is not known where node B is. Set ConnectionStrings__Stats.", ExitCode.Usage);
        await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        return await NodeBCommand.GuardAsync(() => command(run, setup));
    }

    private static string Count(RemoteTableShape table) => string.Create(
        CultureInfo.InvariantCulture, $"{table.Columns.Length} {(table.Columns.Length == 1 ? "column" : "columns")}");

    private static string Remark(RemoteTableShape local, RemoteTableShape? remote) => remote switch
    {
        null => ". Node B has no such table, or the reader may not read it.",
        _ when !local.IsLike(remote) => ". It has changed on node B: run `remote import`.",
        _ => "",
    };

    /// <summary>Name and type; the last word says whether it is never null.</summary>
    private static string Column(string shape) => shape.EndsWith(" t", StringComparison.Ordinal) ? $"{shape[..^2]} not null" : shape[..^2];
}
