namespace Personalify.MoodTrainer;

/// <summary>The options of a command: names with values.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];

    public static Options Parse(ReadOnlySpan<string> arguments, params string[] names)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!names.Contains(arguments[i]))
                throw new TrainerException($"There is no option '{arguments[i]}'. There are: {string.Join(", ", names)}.");
            if (i + 1 == arguments.Length) throw new TrainerException($"The option {arguments[i]} has no value.");
            options._values[arguments[i]] = arguments[i + 1];
        }
        return options;
    }

    public string Required(string name) =>
        Optional(name) ?? throw new TrainerException($"The option {name} is missing; --help says what it means.");

    public string? Optional(string name) => _values.GetValueOrDefault(name);
}
