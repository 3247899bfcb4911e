namespace Personalify.GraphQL.Commands;

/// <summary>Splits the arguments behind a command's name into operands and options.</summary>
internal static class CommandArguments
{
    /// <exception cref="CommandException">An argument is not one of the command.</exception>
    public static (List<string> Operands, Dictionary<string, string> Options) Parse(Command command, string[] args)
    {
        var operands = new List<string>();
        var options = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i].StartsWith('-')) AddOption(command, options, args, ref i);
            else operands.Add(args[i]);
        }

        if (operands.Count > 0 && command.Operands.Length == 0) throw Wrong(command, $"'{operands[0]}' is one argument too many.");
        return (operands, options);
    }

    private static void AddOption(Command command, Dictionary<string, string> options, string[] args, ref int i)
    {
        var (name, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
        var option = command.Options.FirstOrDefault(known => known.Name == name) ?? throw Wrong(command, $"'{name}' is not an option.");
        if (option.Value is null && value is not null) throw Wrong(command, $"'{name}' takes no value.");
        if (option.Value is not null && value is null)
            value = ++i < args.Length ? args[i] : throw Wrong(command, $"'{name}' needs a value: {name} {option.Value}.");
        if (!options.TryAdd(name, value ?? "")) throw Wrong(command, $"'{name}' is given twice.");
    }

    private static CommandException Wrong(Command command, string message) => new($"{message}\n\n{CommandHelp.Of(command)}", ExitCode.Usage);
}
