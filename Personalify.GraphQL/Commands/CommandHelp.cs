using System.Text;

namespace Personalify.GraphQL.Commands;

/// <summary>What <c>--help</c> prints.</summary>
internal static class CommandHelp
{
    public static string Of(IReadOnlyList<Command> commands)
    {
        var text = new StringBuilder("Without a command, the application serves.\n\nCommands (each with --help):\n");
        var width = commands.Select(command => command.Name.Length).DefaultIfEmpty().Max();
        foreach (var command in commands) text.Append("  ").Append(command.Name.PadRight(width)).Append("  ").Append(command.Summary).Append('\n');
        return text.ToString().TrimEnd();
    }

    public static string Of(Command command)
    {
        var text = new StringBuilder("Usage: ").Append(command.Name);
        if (command.Operands.Length > 0) text.Append(' ').Append(command.Operands);
        foreach (var option in command.Options) text.Append(" [").Append(Label(option)).Append(']');
        text.Append("\n\n").Append(command.Summary);
        if (command.Options.Count > 0) text.Append('\n');
        var width = command.Options.Select(option => Label(option).Length).DefaultIfEmpty().Max();
        foreach (var option in command.Options) text.Append("\n  ").Append(Label(option).PadRight(width)).Append("  ").Append(option.Summary);
        return text.ToString();
    }

    private static string Label(CommandOption option) => option.Value is null ? option.Name : $"{option.Name} {option.Value}";
}
