using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>What is wrong inside an input value, and at which place in it.</summary>
/// <param name="Steps">The way to the place through fields, by name, and lists, by index; none for the value itself.</param>
/// <param name="Message">The sentence.</param>
internal sealed record InputError(IReadOnlyList<(string? Name, int Index)> Steps, string Message)
{
    /// <summary>The place as text, such as <c>.filter.ids[3]</c>.</summary>
    public string Path => string.Concat(Steps.Select(step => step.Name is { } name ? $".{name}" : $"[{step.Index}]"));

    /// <summary>In the words of graphql-js: <c>… has invalid value at .a[0]: Expected …</c></summary>
    public string Describe(string subject) =>
        Path.Length == 0 ? $"{subject} has invalid value: {Message}" : $"{subject} has invalid value at {Path}: {Message}";

    /// <summary>The innermost part of a literal on the way to the place; defaults and variables have parts of their own elsewhere.</summary>
    public ValueNode FindIn(ValueNode literal)
    {
        foreach (var (name, index) in Steps)
        {
            if (Part(literal, name, index) is not { } part) return literal;
            literal = part;
        }

        return literal;
    }

    private static ValueNode? Part(ValueNode literal, string? name, int index) => literal switch
    {
        ObjectValueNode input => input.Fields.FirstOrDefault(field => field.Name.Value == name)?.Value,
        ListValueNode list when name is null => list.Items[index],
        _ => null,
    };
}

/// <summary>Collects the errors of one input value while it is walked. Knows the place without allocating for right values.</summary>
internal sealed class InputErrors
{
    private const int MaxErrors = 50;
    private const int MaxDepth = 100;
    private List<(string? Name, int Index)>? _path;
    private List<InputError>? _errors;

    /// <summary>How many there have been, kept or not: grows whenever something is wrong.</summary>
    public int Total { get; private set; }

    public bool IsEmpty => _errors is null;

    public void Add(string message)
    {
        if (_errors is not { Count: >= MaxErrors }) (_errors ??= []).Add(new InputError([.. _path ?? []], message));
        Total++;
    }

    /// <summary>Adds what was collected apart.</summary>
    public void AddRange(List<InputError> errors)
    {
        _errors ??= [];
        _errors.AddRange(errors.Take(MaxErrors - _errors.Count));
        Total += errors.Count;
    }

    /// <summary>The errors so far, or <c>null</c> for none; collecting begins anew.</summary>
    public List<InputError>? Take() => Exchange(null);

    /// <summary>Goes on with what was collected before, and returns what was since.</summary>
    public List<InputError>? Exchange(List<InputError>? errors)
    {
        var own = _errors;
        _errors = errors;
        return own;
    }

    /// <summary>Steps into a field; false, and an error, when the value is nested too deeply.</summary>
    public bool Enter(string name) => Enter(name, 0);

    /// <summary>Steps into a list item; false, and an error, when the value is nested too deeply.</summary>
    public bool Enter(int index) => Enter(null, index);

    public void Leave() => _path!.RemoveAt(_path.Count - 1);

    /// <summary>Runs a scalar's own coercion and keeps its complaint.</summary>
    public object? Try<TState>(TState state, Func<TState, object> coerce)
    {
        try
        {
            return coerce(state);
        }
        catch (CoercionException error)
        {
            Add(error.Message);
            return null;
        }
    }

    private bool Enter(string? name, int index)
    {
        _path ??= [];
        if (_path.Count == MaxDepth)
        {
            Add($"The value is nested deeper than {MaxDepth} levels.");
            return false;
        }

        _path.Add((name, index));
        return true;
    }
}
