using System.Globalization;
using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Access;

/// <summary>What the person who runs the server can do for an account without having one.</summary>
public static class UsersCommands
{
    private const string DefaultWeb = "http://127.0.0.1:5080";

    private static readonly CommandOption Name = new("--name", "NAME", "The name with which the person signs in; required.");

    public static Command ResetLink { get; } =
        new("users reset-link", "Prints a link by which the owner of an account sets a new password, once within 24 hours.", ResetLinkAsync)
        {
            Options = [Name, new CommandOption("--web", "URL", $"Where the Web answers; {DefaultWeb} when missing.")],
        };

    public static Command MakeAdministrator { get; } =
        new("users make-administrator", "Lets the owner of an account administer the server.", MakeAdministratorAsync) { Options = [Name] };

    private static async Task<int> ResetLinkAsync(CommandRun run)
    {
        var (name, web) = (ReadName(run), run.Value("--web") ?? DefaultWeb);
        if (!Uri.TryCreate(web, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new CommandException($"'--web {web}' is no address. Write it like {DefaultWeb}.", ExitCode.Usage);
        await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        var outcome = await run.Services.GetRequiredService<PasswordResets>().CreateAsync(name, run.CancellationToken);
        if (outcome.Value is not { } reset) throw new CommandException(SentenceOf(outcome.Errors[0]));
        await run.Output.WriteLineAsync($"{web.TrimEnd('/')}/reset-password/{reset.Token}");
        await run.Output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"For {reset.User.Name}, once, until {reset.ExpiresAt:yyyy-MM-dd HH:mm} UTC."));
        return ExitCode.Done;
    }

    private static async Task<int> MakeAdministratorAsync(CommandRun run)
    {
        var name = AccountRules.NormalizeName(ReadName(run));
        await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        await using var command = run.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("UPDATE users SET role = 'ADMINISTRATOR' WHERE lower(name) = lower($1) AND NOT is_demo").With(name);
        if (await command.ExecuteNonQueryAsync(run.CancellationToken) == 0)
            throw new CommandException($"No account but the demo's can be meant by the name '{name}': there is none.");
        await run.Output.WriteLineAsync($"{name} administers this server from the next request on.");
        return ExitCode.Done;
    }

    private static string ReadName(CommandRun run) => run.Value("--name")
        ?? throw new CommandException("--name NAME is missing: say whose account it is.", ExitCode.Usage);

    private static string SentenceOf(object error) => error switch
    {
        Errors.InvalidInputError invalid => invalid.Message,
        Errors.NotAllowedError refusal => refusal.Message,
        _ => throw new InvalidOperationException($"{error.GetType().Name} has no sentence."),
    };
}
