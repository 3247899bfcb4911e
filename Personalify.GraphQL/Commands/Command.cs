namespace Personalify.GraphQL.Commands;

/// <summary>
/// A verb of the command line: what an application does instead of serving. Added with <see cref="GraphQLCommands.AddCommand"/>.
/// </summary>
/// <param name="Name">One or more words, such as <c>schema export</c>.</param>
/// <param name="Summary">One sentence for <c>--help</c>.</param>
/// <param name="RunAsync">Does the work and returns the exit code, see <see cref="ExitCode"/>.</param>
public sealed record Command(string Name, string Summary, Func<CommandRun, Task<int>> RunAsync)
{
    /// <summary>What stands behind the name besides options, such as <c>FILE…</c>; empty when nothing may.</summary>
    public string Operands { get; init; } = "";

    /// <summary>The options that it takes; another one is refused before anything runs.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];
}

/// <summary>An option of a command.</summary>
/// <param name="Name">With its dashes: <c>--output</c>.</param>
/// <param name="Value">What to write for its value in the help, or <c>null</c> when it takes none.</param>
/// <param name="Summary">One sentence for <c>--help</c>.</param>
public sealed record CommandOption(string Name, string? Value, string Summary);

/// <summary>One run of a command.</summary>
/// <param name="Services">The services of the application.</param>
/// <param name="Operands">What stands behind the name besides options.</param>
/// <param name="Options">The given options by their names, with their values.</param>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where complaints go.</param>
/// <param name="CancellationToken">Signalled by Ctrl-C.</param>
public sealed record CommandRun(
    IServiceProvider Services,
    IReadOnlyList<string> Operands,
    IReadOnlyDictionary<string, string> Options,
    TextWriter Output,
    TextWriter Error,
    CancellationToken CancellationToken)
{
    /// <summary>Whether an option without a value was given.</summary>
    public bool Has(string option) => Options.ContainsKey(option);

    /// <summary>The value of an option, or <c>null</c> when it was not given.</summary>
    public string? Value(string option) => Options.GetValueOrDefault(option);
}

/// <summary>What a command tells the shell.</summary>
public static class ExitCode
{
    /// <summary>It did what it is for.</summary>
    public const int Done = 0;

    /// <summary>It was tried and did not work.</summary>
    public const int Failed = 1;

    /// <summary>The command line was wrong; nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C.</summary>
    public const int Cancelled = 130;
}

/// <summary>Ends a command. The message is for the person at the terminal.</summary>
public sealed class CommandException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    /// <summary>What the shell is told.</summary>
    public int ExitCode { get; } = exitCode;
}
