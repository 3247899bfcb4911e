using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;

namespace Personalify.GraphQL.Commands;

/// <summary>Finds the command that a command line names, and runs it.</summary>
/// <param name="services">The application's, with its own commands.</param>
public sealed class CommandTable(IServiceProvider services)
{
    private readonly IReadOnlyList<Command> _commands = [.. SchemaCommands.All.Concat(services.GetServices<Command>()).OrderBy(command => command.Name, StringComparer.Ordinal)];

    /// <summary>Whether the arguments are meant for here: those of the host are <c>--key value</c>, <c>/key value</c> and <c>key=value</c>.</summary>
    public static bool IsCommandLine(string[] args) =>
        args.Length > 0 && (IsHelp(args[0]) || (args[0] is not ['-' or '/', ..] && !args[0].Contains('=', StringComparison.Ordinal)));

    /// <summary>Runs a command and returns its exit code. Never throws for what a command does.</summary>
    /// <param name="args">The command's name, operands and options.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where complaints go.</param>
    public async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (IsHelp(args[0])) return await WriteAsync(output, CommandHelp.Of(_commands), ExitCode.Done);
        if (Find(args) is not { } command)
            return await WriteAsync(error, $"'{string.Join(' ', args.TakeWhile(argument => !argument.StartsWith('-')))}' is not a command.\n\n{CommandHelp.Of(_commands)}", ExitCode.Usage);
        var rest = args[Words(command).Length..];
        if (rest.Any(IsHelp)) return await WriteAsync(output, CommandHelp.Of(command), ExitCode.Done);
        return await RunAsync(command, rest, output, error);
    }

    private async Task<int> RunAsync(Command command, string[] args, TextWriter output, TextWriter error)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = CancelOn(PosixSignal.SIGINT, cancellation);
        using var terminate = CancelOn(PosixSignal.SIGTERM, cancellation);
        try
        {
            var (operands, options) = CommandArguments.Parse(command, args);
            return await command.RunAsync(new CommandRun(services, operands, options, output, error, cancellation.Token));
        }
        catch (CommandException exception)
        {
            return await WriteAsync(error, exception.Message, exception.ExitCode);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return await WriteAsync(error, "Cancelled.", ExitCode.Cancelled);
        }
        catch (Exception exception)
        {
            return await WriteAsync(error, $"{command.Name} failed: {exception.Message}", ExitCode.Failed);
        }
    }

    private static PosixSignalRegistration CancelOn(PosixSignal signal, CancellationTokenSource cancellation) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true; // The command ends by itself and cleans up.
            cancellation.Cancel();
        });

    private Command? Find(string[] args) => _commands.FirstOrDefault(command => args.Take(Words(command).Length).SequenceEqual(Words(command)));

    private static string[] Words(Command command) => command.Name.Split(' ');

    private static bool IsHelp(string argument) => argument is "--help" or "-h" or "help";

    private static async Task<int> WriteAsync(TextWriter writer, string text, int exitCode)
    {
        await writer.WriteLineAsync(text);
        return exitCode;
    }
}
