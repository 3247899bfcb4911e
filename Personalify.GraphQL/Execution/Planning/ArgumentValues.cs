using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>The coerced arguments of a field, in the order of their definition. An absent argument is not null.</summary>
internal sealed class ArgumentValues(int capacity)
{
    private readonly (string Name, object? Value, bool IsGiven)[] _values = new (string, object?, bool)[capacity];
    private int _count;

    public void Add(string name, object? value, bool isGiven) => _values[_count++] = (name, value, isGiven);

    public T? Get<T>(string name) => InputConversion.To<T>(Find(name).Value);

    public Optional<T> GetOptional<T>(string name)
    {
        var (value, isGiven) = Find(name);
        return new Optional<T>(InputConversion.To<T>(value), isGiven);
    }

    private (object? Value, bool IsGiven) Find(string name)
    {
        foreach (var (known, value, isGiven) in _values)
        {
            if (known == name) return (value, isGiven);
        }

        throw new ArgumentException($"The field has no argument \"{name}\".", nameof(name));
    }
}
